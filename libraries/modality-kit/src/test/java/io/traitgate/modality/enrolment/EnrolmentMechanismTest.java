package io.traitgate.modality.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.Await;
import io.traitgate.modality.People;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.status.EnrolmentStatus;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.status.PendingIndex;
import io.traitgate.modality.store.Transactions;
import io.traitgate.modality.template.StoredTemplate;
import io.traitgate.modality.template.TemplateEntry;
import io.traitgate.modality.template.TemplateStore;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class EnrolmentMechanismTest {

    private static final String PATH = "/v1/face/enroll";

    @Inject
    EnrolmentMechanism mechanism;

    @Inject
    FakeModality modality;

    @Inject
    People people;

    @Inject
    EnrolmentStatusStore statuses;

    @Inject
    TemplateStore templates;

    @Inject
    PersonKeys personKeys;

    @Inject
    Transactions transactions;

    @Inject
    PersonRepository generations;

    @Inject
    ServiceKeys keys;

    @Inject
    PendingIndex pending;

    @Inject
    InboxRepository inbox;

    @AfterEach
    void reset() {
        modality.model = "letters-1";
        modality.gate.complete(null);
    }

    @Test
    void acceptedSamples_becomeATemplate_andTheStatusGoesFromBuildingToEnrolled() {
        // Given
        Person person = people.somebody();
        modality.gate = new CompletableFuture<>();

        // When
        accept(person, "a", "b");
        EnrolmentState whileBuilding = status(person).state();
        modality.gate.complete(null);

        // Then
        assertThat(whileBuilding).isEqualTo(EnrolmentState.BUILDING);
        StoredTemplate template = built(person, 2);
        assertThat(template.version().number()).isEqualTo(1);
        assertThat(template.template().model()).isEqualTo("letters-1");
        assertThat(status(person).state()).isEqualTo(EnrolmentState.ENROLLED);
        assertThat(status(person).pending()).isZero();
    }

    @Test
    @DisplayName("W-046 the same enrolment sent again counts once")
    void sameCallAgain_changesNothing() {
        // Given
        Person person = people.somebody();
        Session session = people.session(person);
        Acceptance call = new Acceptance(session, PATH, "hash", List.of(sample("a"), sample("b")));
        Await.result(mechanism.enroller().accept(call));
        StoredTemplate first = built(person, 2);

        // When
        Await.result(mechanism.enroller().accept(call));
        Await.until("second record handled", () -> status(person).pending() == 0);

        // Then
        assertThat(built(person, 2).revision()).isEqualTo(first.revision());
    }

    @Test
    void redeliveredRecord_changesNothing_butAnnouncesTheStatusAgain() {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        StoredTemplate first = built(person, 1);
        ConsumerRecord<String, byte[]> record =
                records(Topic.FACE_ENROLMENTS, person).getFirst();
        int announced = announcements(person).size();

        // When
        TestTopics.publish(Topic.FACE_ENROLMENTS, record.key(), record.value());

        // Then
        Await.until("announced again", () -> announcements(person).size() == announced + 1);
        assertThat(built(person, 1).revision()).isEqualTo(first.revision());
        assertThat(announcements(person).getLast().toVersion()).isEqualTo(first.version());
    }

    @Test
    void sameRecordingInAnotherSession_addsNothing() {
        Person person = people.somebody();
        accept(person, "a");
        StoredTemplate first = built(person, 1);

        accept(person, "a");
        Await.until("handled", () -> status(person).pending() == 0);

        assertThat(built(person, 1).version()).isEqualTo(first.version());
    }

    @Test
    void moreSamples_makeTheNextVersion_bestQualityFirst() {
        Person person = people.somebody();
        accept(person, "aaa");
        built(person, 1);

        accept(person, "b", "cc");

        StoredTemplate template = built(person, 3);
        assertThat(template.version().number()).isEqualTo(2);
        assertThat(template.template().entries())
                .extracting(TemplateEntry::quality)
                .containsExactly(0.3, 0.2, 0.1);
    }

    @Test
    void belowTheMinimum_thereIsNoVersion_andNobodyIsFound() {
        // Given
        Person person = new Person(
                "strict", keys.personHash().of("strict", UUID.randomUUID().toString()));

        // When
        accept(person, "a", "b");
        Await.until("handled", () -> status(person).pending() == 0);

        // Then
        assertThat(status(person).state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
        assertCode(person, 424, 107);

        // When
        accept(person, "c");

        // Then
        assertThat(built(person, 3).version().number()).isEqualTo(1);
        assertThat(status(person).state()).isEqualTo(EnrolmentState.ENROLLED);
    }

    @Test
    void waitingAuthentication_getsTheTemplateThatIsBeingBuilt() {
        // Given
        Person person = people.somebody();
        modality.gate = new CompletableFuture<>();
        accept(person, "a");

        // When
        var waiting = mechanism
                .templates()
                .await(person, Duration.ofSeconds(5))
                .subscribe()
                .asCompletionStage();
        Await.pause(Duration.ofMillis(300));
        modality.gate.complete(null);

        // Then
        assertThat(waiting)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(it -> assertThat(it.template().size()).isEqualTo(1));
    }

    @Test
    void templateThatTakesTooLong_isStillBuilding() {
        Person person = people.somebody();
        modality.gate = new CompletableFuture<>();
        accept(person, "a");

        assertThatThrownBy(() -> Await.result(mechanism.templates().await(person, Duration.ofMillis(200))))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(424);
                    assertThat(refused.errors().getFirst().code()).isEqualTo(103);
                });
        modality.gate.complete(null);
        built(person, 1);
    }

    @Test
    void stranger_isNotFoundAtOnce() {
        assertCode(people.somebody(), 424, 107);
    }

    @Test
    void recordThatCannotBeBuilt_isBuriedWithItsReason_andDoesNotHoldUpTheNext() {
        // Given
        Person person = people.somebody();

        // When
        accept(person, FakeModality.POISON);
        accept(person, "a");

        // Then
        built(person, 1);
        Await.until("nothing pending", () -> status(person).pending() == 0);
        List<ConsumerRecord<String, byte[]>> dead = records(Topic.FACE_ENROLMENTS_DEAD, person);
        assertThat(dead).hasSize(1);
        assertThat(new String(
                        dead.getFirst()
                                .headers()
                                .lastHeader("dead-letter-reason")
                                .value(),
                        UTF_8))
                .isEqualTo("not a sample");
    }

    @Test
    void bytesThatAreNoRecord_areBuried() {
        String key = people.somebody().id().value();

        TestTopics.publish(Topic.FACE_ENROLMENTS, key, "garbage".getBytes(UTF_8));

        Await.until(
                "buried",
                () -> TestTopics.read(Topic.FACE_ENROLMENTS_DEAD).stream()
                        .anyMatch(record -> key.equals(record.key())));
    }

    @Test
    void busyLanes_delayTheRecord_andLoseNothing() {
        Person person = people.somebody();
        modality.refusals.set(3);

        accept(person, "a");

        built(person, 1);
    }

    @Test
    @DisplayName("W-114 delete removes the template, and the status says so")
    void deletion_removesTemplateAndSamples_andBeginsTheNextGeneration() {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        built(person, 1);

        // When
        Await.result(mechanism.deletion().delete(person));

        // Then
        assertThat(status(person).state()).isEqualTo(EnrolmentState.NOT_ENROLLED);
        assertCode(person, 424, 107);
        EnrolmentStatusRecord last = announcements(person).getLast();
        assertThat(last.toVersion().generation()).isEqualTo(new Generation(0, 1));
        assertThat(last.toVersion().exists()).isFalse();
    }

    @Test
    void recordAcceptedBeforeADeletion_isNotBuilt_andOneAcceptedAfterItIs() {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        built(person, 1);
        ConsumerRecord<String, byte[]> early =
                records(Topic.FACE_ENROLMENTS, person).getFirst();
        Await.result(mechanism.deletion().delete(person));

        // When
        TestTopics.publish(Topic.FACE_ENROLMENTS, early.key(), early.value());
        accept(person, "bb");

        // Then
        StoredTemplate template = built(person, 1);
        assertThat(template.version().generation()).isEqualTo(new Generation(0, 1));
        assertThat(template.template().entries().getFirst().embedding()).containsExactly(2f, 'b');
    }

    @Test
    void deletionOfAStranger_isRefused() {
        assertThatThrownBy(() -> Await.result(mechanism.deletion().delete(people.somebody())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(424));
    }

    @Test
    void changeOfTheModel_embedsTheKeptSamplesAnew() {
        // Given
        Person person = people.somebody();
        accept(person, "a", "b");
        built(person, 2);

        // When
        modality.model = "letters-2";
        StoredTemplate template = Await.result(mechanism.templates().await(person, Duration.ofSeconds(10)));

        // Then
        assertThat(template.template().model()).isEqualTo("letters-2");
        assertThat(template.template().size()).isEqualTo(2);
        assertThat(template.version().number()).isEqualTo(2);
    }

    @Test
    void onlyTheNewestSamplesAreKept() {
        Person person = people.somebody();
        accept(person, "a", "b", "c");
        built(person, 3);

        accept(person, "d", "e");
        built(person, 5);

        int kept = Await.result(transactions.read(() -> personKeys
                .find(person, Module.FACE)
                .flatMap(key -> templates.samples(person, key.orElseThrow()))
                .map(List::size)));
        assertThat(kept).isEqualTo(4);
    }

    @Test
    void pendingEntryThatNothingFollowed_isReleased() {
        // Given
        Person person = people.somebody();
        Await.result(statuses.addPending(
                person,
                Module.FACE,
                "lost",
                Generation.FIRST,
                Instant.now().minusSeconds(100).toEpochMilli()));
        assertThat(status(person).state()).isEqualTo(EnrolmentState.BUILDING);

        // Then
        Await.until("released", () -> status(person).state() == EnrolmentState.NOT_ENROLLED);
    }

    @Test
    void pendingEntryWhoseOffsetIsCommitted_isReleased_andOneAheadOfItIsNot() {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        built(person, 1);
        ConsumerRecord<String, byte[]> record =
                records(Topic.FACE_ENROLMENTS, person).getFirst();
        long old = Instant.now().minusSeconds(100).toEpochMilli();
        Await.result(statuses.addPending(person, Module.FACE, "passed", Generation.FIRST, old));
        Await.result(statuses.placePending(person, Module.FACE, "passed", record.partition(), record.offset()));
        Await.result(statuses.addPending(person, Module.FACE, "ahead", Generation.FIRST, old));
        Await.result(
                statuses.placePending(person, Module.FACE, "ahead", record.partition(), record.offset() + 1_000_000));

        // Then
        Await.until("one released", () -> status(person).pending() == 1);
        Await.pause(Duration.ofSeconds(2));
        assertThat(status(person).pending()).isEqualTo(1);
    }

    @Test
    void pendingEntryThatTheTopicNoLongerKeeps_isReleased_thoughItsOffsetIsNotCommitted() {
        // Given
        Person person = people.somebody();
        Instant expired = Instant.now()
                .minus(Topic.FACE_ENROLMENTS.retention().orElseThrow())
                .minusSeconds(1);
        Await.result(statuses.addPending(person, Module.FACE, "expired", Generation.FIRST, expired.toEpochMilli()));
        Await.result(statuses.placePending(person, Module.FACE, "expired", 0, 1_000_000));

        // Then
        Await.until("released", () -> status(person).pending() == 0);
    }

    @Test
    void lostPendingEntry_isReleased_behindManyThatHaveToStay() {
        // Given
        Person waiting = people.somebody();
        Person lost = people.somebody();
        long old = Instant.now().minusSeconds(1000).toEpochMilli();
        List<String> ahead = IntStream.range(0, 510).mapToObj(i -> "ahead" + i).toList();
        for (String id : ahead) {
            Await.result(statuses.addPending(waiting, Module.FACE, id, Generation.FIRST, old));
            Await.result(statuses.placePending(waiting, Module.FACE, id, 0, 1_000_000));
        }

        // When
        Await.result(statuses.addPending(lost, Module.FACE, "lost", Generation.FIRST, old + 1));

        // Then
        Await.until("released", () -> status(lost).pending() == 0);
        assertThat(status(waiting).pending()).isEqualTo(ahead.size());
        ahead.forEach(id -> Await.result(statuses.settlePending(waiting, Module.FACE, id)));
    }

    @Test
    void callGivenUpWhileItsRecordIsProduced_leavesNoEntryWithoutAPlace() {
        // Given
        Person person = people.somebody();
        modality.gate = new CompletableFuture<>();
        Acceptance call = new Acceptance(people.session(person), PATH, "hash", List.of(sample("a")));

        // When
        Cancellable running = mechanism.enroller().accept(call).subscribe().with(_ -> {});
        Await.until("pending", () -> status(person).pending() == 1);
        running.cancel();

        // Then
        Await.until(
                "placed",
                () -> Await.result(pending.olderThan(Module.FACE, Instant.now(), 0, 100)).stream()
                        .anyMatch(entry -> entry.key().contains(person.id().value()) && entry.isPlaced()));
        modality.gate.complete(null);
        built(person, 1);
    }

    @Test
    void samplesOfARecord_areEmbeddedOneAfterTheOther() {
        // Given
        Person person = people.somebody();
        modality.gate = new CompletableFuture<>();
        int before = modality.embedded.get();

        // When
        accept(person, "a", "b", "c");
        Await.until("begun", () -> modality.embedded.get() > before);
        Await.pause(Duration.ofMillis(300));

        // Then
        assertThat(modality.embedded.get() - before).isEqualTo(1);
        modality.gate.complete(null);
        built(person, 3);
    }

    @Test
    void enrolmentThatCannotComeAgain_isForgotten_andAYoungerOneIsNot() {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        built(person, 1);
        String id = EnrolmentRecord.decode(
                        records(Topic.FACE_ENROLMENTS, person).getFirst().value())
                .id();

        // Then
        prune(Duration.ofHours(1));
        assertThat(Await.result(transactions.read(() -> inbox.contains(id)))).isTrue();
        prune(Duration.ofHours(-1));
        assertThat(Await.result(transactions.read(() -> inbox.contains(id)))).isFalse();
    }

    private void prune(Duration age) {
        Await.result(new InboxPruning(inbox, transactions, InstantSource.system(), age).round());
    }

    @Test
    void deletionThatWasNotAnnounced_isAnnouncedByTheWatchdog() {
        // Given
        Person person = people.somebody();
        accept(person, "a");
        built(person, 1);

        // When
        Await.result(transactions.run(() -> generations.raiseDeletions(person)));

        // Then
        Await.until("announced", () -> status(person).state() == EnrolmentState.NOT_ENROLLED);
        assertThat(announcements(person).getLast().toVersion().exists()).isFalse();
    }

    @Test
    void samplesOnTheirWay_areSealed() {
        Person person = people.somebody();

        accept(person, "readable-sample");
        built(person, 1);

        byte[] record = records(Topic.FACE_ENROLMENTS, person).getFirst().value();
        assertThat(new String(record, UTF_8)).doesNotContain("readable-sample");
    }

    private void accept(Person person, String... samples) {
        Session session = people.session(person);
        List<AcceptedSample> accepted =
                Arrays.stream(samples).map(EnrolmentMechanismTest::sample).toList();
        Await.result(mechanism.enroller().accept(new Acceptance(session, PATH, "hash", accepted)));
    }

    private static AcceptedSample sample(String text) {
        try {
            byte[] bytes = text.getBytes(UTF_8);
            return new AcceptedSample(
                    bytes,
                    text.length() / 10.0,
                    MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private StoredTemplate built(Person person, int size) {
        Await.until(
                "template of " + size,
                () -> find(person).filter(it -> it.template().size() == size).isPresent());
        Await.until("nothing pending", () -> status(person).pending() == 0);
        return find(person).orElseThrow();
    }

    private Optional<StoredTemplate> find(Person person) {
        return Await.result(templates.findServing(person, Module.FACE));
    }

    private EnrolmentStatus status(Person person) {
        return Await.result(statuses.find(person, Module.FACE));
    }

    private void assertCode(Person person, int status, int code) {
        Instant start = Instant.now();
        assertThatThrownBy(() -> Await.result(mechanism.templates().await(person, Duration.ofSeconds(18))))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(status);
                    assertThat(refused.errors().getFirst().code()).isEqualTo(code);
                });
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static List<ConsumerRecord<String, byte[]>> records(Topic topic, Person person) {
        return TestTopics.read(topic).stream()
                .filter(record -> person.id().value().equals(record.key()))
                .toList();
    }

    private static List<EnrolmentStatusRecord> announcements(Person person) {
        return TestTopics.read(Topic.ENROLMENT_STATUS).stream()
                .filter(record -> record.key().startsWith(person.id().value()))
                .map(record -> EnrolmentStatusRecord.decode(record.value()))
                .toList();
    }
}
