package io.traitgate.modality.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.kit.erasure.ErasureConfirmation;
import io.traitgate.modality.Await;
import io.traitgate.modality.People;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.people.PersonHoldings;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.status.EnrolmentStatus;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.template.TemplateStore;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An erasure wins against whatever was accepted before it, and takes nothing that is accepted after it. */
@QuarkusTest
@WithLocalStores(service = "face")
class ErasureTest {

    @Inject
    EnrolmentMechanism mechanism;

    @Inject
    PersonHoldings holdings;

    @Inject
    FakeModality modality;

    @Inject
    People people;

    @Inject
    SessionStore sessions;

    @Inject
    EnrolmentStatusStore statuses;

    @Inject
    TemplateStore templates;

    @AfterEach
    void reset() {
        modality.gate.complete(null);
    }

    @Test
    void erasedPerson_hasNoRowsNoKeysNoSessions_andStatusZero() throws SQLException {
        // Given
        Person person = people.somebody();
        accept(person, "a", "b");
        awaitTemplate(person);

        // When
        erase(person, 1);

        // Then
        assertThat(status(person).state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
        assertThat(status(person).knownVersion()).contains(TemplateVersion.none(new Generation(1, 0)));
        assertThat(announced(person)).isEqualTo(TemplateVersion.none(new Generation(1, 0)));
        assertThat(rows("data_key", person)).isZero();
        assertThat(rows("template", person)).isZero();
        assertThat(rows("sample", person)).isZero();
        assertThat(rows("enrolment_inbox", person)).isZero();
        assertThat(Await.result(sessions.keysOf(person))).isEmpty();
    }

    @Test
    void exportAfterTheErasure_isEmpty() {
        // Given
        Person person = people.somebody();
        accept(person, "a", "b");
        awaitTemplate(person);
        Map<String, Object> before = Await.result(holdings.of(person, true));

        // When
        erase(person, 1);

        // Then
        assertThat(before).containsEntry("status", 1).containsKey("template");
        assertThat((List<?>) before.get("keptSamples")).hasSize(2);
        assertThat(Await.result(holdings.of(person, true)))
                .isEqualTo(Map.of("status", 0, "pending", 0, "keptSamples", List.of()));
    }

    @Test
    void recordThatIsBeingBuilt_isNotBuiltOnceItsPersonIsErased() {
        // Given
        Person person = people.somebody();
        modality.gate = new CompletableFuture<>();
        int before = modality.embedded.get();
        accept(person, "a");
        Await.until("build begun", () -> modality.embedded.get() > before);

        // When
        erase(person, 1);
        modality.gate.complete(null);
        again(person);

        // Then
        assertThat(status(person).state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
        assertThat(Await.result(templates.findServing(person, Module.FACE))).isEmpty();
    }

    @Test
    void enrolmentAfterTheErasure_isKept_andHoldsNothingOfBefore() {
        // Given
        Person person = people.somebody();
        accept(person, "before");
        awaitTemplate(person);
        erase(person, 1);

        // When
        accept(person, "after");
        awaitTemplate(person);
        again(person);

        // Then
        var template = Await.result(templates.findServing(person, Module.FACE)).orElseThrow();
        assertThat(template.version()).isEqualTo(new TemplateVersion(new Generation(1, 0), 1));
        assertThat(template.template().size()).isEqualTo(1);
        assertThat(keptSamples(person)).containsExactly("after");
    }

    @Test
    void erasureThatIsToldAgain_takesNothingOfWhoEnrolledSince() {
        // Given
        Person person = people.somebody();
        accept(person, "before");
        awaitTemplate(person);
        erase(person, 1);
        accept(person, "after");
        awaitTemplate(person);

        // When
        TestTopics.publish(Topic.ERASURES, person.id().value(), erasure(person, 1));
        Person marker = people.somebody();
        erase(marker, 1);

        // Then
        assertThat(status(person).state()).isEqualTo(EnrolmentState.ENROLLED);
        assertThat(keptSamples(person)).containsExactly("after");
    }

    @Test
    void erasureThatWasCutOffAfterItsTransaction_isCarriedOutToItsEnd() throws SQLException {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        awaitTemplate(person);
        erase(person, 1);
        Session session = people.session(person);
        execute("update person set settled_erasures = 0 where person = ?", person);

        // When
        TestTopics.publish(Topic.ERASURES, person.id().value(), erasure(person, 1));

        // Then
        Await.until(
                "session gone",
                () -> Await.result(sessions.lookUp("app", session.id().text())).isEmpty());
    }

    /** Hands the builder every record of the person once more, and waits until it has seen them. */
    private void again(Person person) {
        List<ConsumerRecord<String, byte[]>> records = TestTopics.read(Topic.FACE_ENROLMENTS).stream()
                .filter(record -> person.id().value().equals(record.key()))
                .toList();
        assertThat(records).isNotEmpty();
        records.forEach(record -> Await.result(mechanism.consumer().consume(record.value())));
    }

    private void erase(Person person, long number) {
        TestTopics.publish(Topic.ERASURES, person.id().value(), erasure(person, number));
        Await.until(
                "confirmed",
                () -> TestTopics.read(Topic.ERASURE_CONFIRMATIONS).stream()
                        .map(record -> ErasureConfirmation.decode(record.value()))
                        .anyMatch(it -> it.person().equals(person.id().value()) && it.erasures() == number));
    }

    private static byte[] erasure(Person person, long number) {
        return Erasure.of(person.application(), person.id(), number, Instant.now())
                .encode();
    }

    private void accept(Person person, String... samples) {
        List<AcceptedSample> accepted =
                Arrays.stream(samples).map(ErasureTest::sample).toList();
        Await.result(mechanism
                .enroller()
                .accept(new Acceptance(people.session(person), "/v1/face/enroll", "hash", accepted)));
    }

    private static AcceptedSample sample(String text) {
        try {
            byte[] bytes = text.getBytes(UTF_8);
            return new AcceptedSample(
                    bytes, 0.5, MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitTemplate(Person person) {
        Await.until(
                "enrolled",
                () -> status(person).state() == EnrolmentState.ENROLLED
                        && status(person).pending() == 0);
    }

    private EnrolmentStatus status(Person person) {
        return Await.result(statuses.find(person, Module.FACE));
    }

    private List<String> keptSamples(Person person) {
        List<String> texts = new ArrayList<>();
        List<?> kept = (List<?>) Await.result(holdings.of(person, true)).getOrDefault("keptSamples", List.of());
        for (Object sample : kept) {
            texts.add(new String((byte[]) ((Map<?, ?>) sample).get("content"), UTF_8));
        }
        return texts;
    }

    private static TemplateVersion announced(Person person) {
        return TestTopics.read(Topic.ENROLMENT_STATUS).stream()
                .filter(record -> record.key().startsWith(person.id().value()))
                .map(record -> EnrolmentStatusRecord.decode(record.value()).toVersion())
                .reduce((_, newest) -> newest)
                .orElseThrow();
    }

    private static int rows(String table, Person person) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table + " where person = ?")) {
            query.setString(1, person.id().value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void execute(String sql, Person person) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person.id().value());
            statement.executeUpdate();
        }
    }

    private static Connection connect() throws SQLException {
        var access = TestInstallation.shared().database("face");
        return DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
    }
}
