package io.traitgate.session.erasure;

import static io.traitgate.session.SessionApi.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.traitgate.contract.Module;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.PersonId;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.kit.erasure.ErasureConfirmation;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import io.traitgate.session.SessionApi;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What an erasure does to sessions and statuses, and what the console is told of them. */
@QuarkusTest
@WithLocalStores(service = "session")
final class SessionErasureTest {
    private static final String PATH = "/internal/people";

    private final String application = fresh("application");
    private final String user = fresh("user");
    private final PersonId person =
            TestInstallation.shared().keys("session").personHash().of(application, user);

    @Inject
    SessionStore sessions;

    @Test
    void erasure_endsAllSessions_andStatusFallsToZero_withoutTheModulesOwnWord() {
        // Given
        announce(new Generation(0, 2), 3);
        await("enrolled", () -> face() == 1);
        String session = openSession().path("session");

        // When
        erase(1);

        // Then
        assertThat(sessions.lookUp(application, session).await().indefinitely()).isEmpty();
        assertThat(face()).isZero();
    }

    @Test
    void statusOfBefore_thatComesLate_changesNothing_andALaterOneCounts() {
        // Given
        erase(1);

        // When
        announce(new Generation(0, 9), 9);
        String other = fresh("other");
        PersonId marker = TestInstallation.shared().keys("session").personHash().of(application, other);
        announce(marker, new Generation(0, 0), 1);
        await("the record behind it", () -> faceOf(other) == 1);

        // Then
        assertThat(face()).isZero();

        // When
        announce(new Generation(1, 0), 1);

        // Then
        await("enrolled again", () -> face() == 1);
    }

    @Test
    void console_isToldTheSessions_andNobodyElseIs() throws IOException {
        // Given
        openSession();
        openSession();
        byte[] question =
                ("{\"person\":\"" + person.value() + "\",\"everything\":true}").getBytes(StandardCharsets.UTF_8);

        // When
        Response told = ask("console", question, question);
        Response ofTheGateway = ask("gateway", question, question);
        Response ofAnotherBody = ask("console", question, "{}".getBytes(StandardCharsets.UTF_8));
        Response unsigned = RestAssured.given()
                .contentType("application/json")
                .body(question)
                .post(PATH);

        // Then
        assertThat(told.statusCode()).isEqualTo(200);
        JsonNode held = new ObjectMapper()
                .readTree(TestInstallation.shared()
                        .keys("console")
                        .unsealer()
                        .open(told.asByteArray(), "person-holdings", application, person.value(), "request"));
        assertThat(held.path("sessions")).hasSize(2);
        assertThat(held.path("sessions").path(0).path("device").asText()).isEqualTo("phone");
        assertThat(ofTheGateway.statusCode()).isEqualTo(401);
        assertThat(ofAnotherBody.statusCode()).isEqualTo(401);
        assertThat(unsigned.statusCode()).isEqualTo(401);
    }

    private Response ask(String signer, byte[] signed, byte[] sent) {
        CallerContext context = new CallerContext(
                application,
                "console",
                Set.of(),
                "request",
                "POST",
                PATH,
                CallerContext.hashOf(signed),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return RestAssured.given()
                .contentType("application/json")
                .header(
                        Headers.CALLER,
                        TestInstallation.shared()
                                .keys(signer)
                                .callerContextSigner()
                                .sign(context))
                .body(sent)
                .post(PATH);
    }

    private void erase(long number) {
        TestTopics.publish(
                Topic.ERASURES,
                person.value(),
                Erasure.of(application, person, number, Instant.now()).encode());
        await(
                "confirmed",
                () -> TestTopics.read(Topic.ERASURE_CONFIRMATIONS).stream()
                        .map(record -> ErasureConfirmation.decode(record.value()))
                        .anyMatch(it -> it.person().equals(person.value())
                                && it.service().equals("session")
                                && it.erasures() == number));
    }

    private void announce(Generation generation, long version) {
        announce(person, generation, version);
    }

    private void announce(PersonId whose, Generation generation, long version) {
        EnrolmentStatusRecord status = EnrolmentStatusRecord.of(
                new Person(application, whose), Module.FACE, new TemplateVersion(generation, version));
        TestTopics.publish(Topic.ENROLMENT_STATUS, status.key(), status.encode());
    }

    private Response openSession() {
        return SessionApi.of(application).openFor(user, "phone");
    }

    private int face() {
        return faceOf(user);
    }

    private int faceOf(String whom) {
        return SessionApi.of(application).openFor(whom, "phone").path("face");
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
