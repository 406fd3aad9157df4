package io.traitgate.modality.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.request.Deadline;
import io.traitgate.modality.Await;
import io.traitgate.modality.People;
import io.traitgate.modality.enrolment.Acceptance;
import io.traitgate.modality.enrolment.AcceptedSample;
import io.traitgate.modality.enrolment.EnrolmentMechanism;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.store.Transactions;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class AttemptsTest {

    private static final Duration LONG = Duration.ofSeconds(8);

    @Inject
    Attempts attempts;

    @Inject
    EnrolmentMechanism mechanism;

    @Inject
    EnrolmentStatusStore statuses;

    @Inject
    PersonRepository generations;

    @Inject
    Transactions transactions;

    @Inject
    People people;

    @Inject
    RedisAPI redis;

    private final AtomicInteger worked = new AtomicInteger();
    private Person person;
    private Session session;

    @BeforeEach
    void somebodyNew() {
        person = people.somebody();
        session = people.session(person);
        worked.set(0);
    }

    @Test
    void repeat_isAnsweredFromMemory_withoutAnyWork() {
        enrolled();
        Attempt attempt = attempt();

        assertThat(Await.result(scored(attempt, 0.93))).isEqualTo(new Score(0.93));
        assertThat(Await.result(scored(attempt, 0.11))).isEqualTo(new Score(0.93));

        assertThat(worked).hasValue(1);
    }

    @Test
    void parallelRepeats_waitForTheFirst_andAllGetItsAnswer() {
        enrolled();
        Attempt attempt = attempt();

        List<Score> answers = Await.result(Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(i -> run(
                                attempt,
                                () -> answer(0.5 + i / 100.0).onItem().delayIt().by(Duration.ofMillis(400))))
                        .toList())
                .andFailFast());

        assertThat(worked).hasValue(1);
        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
    }

    @Test
    void repeatOfAnAttemptThatCameToNothing_isWorkedOn() {
        enrolled();
        Attempt attempt = attempt();

        assertRefused(run(attempt, () -> Uni.createFrom().failure(new ApiException(ApiError.NO_FACE))), 422, 1);
        assertThatThrownBy(() -> Await.result(run(attempt, () -> {
                    throw new IllegalStateException("defect");
                })))
                .hasMessage("defect");

        assertThat(Await.result(scored(attempt, 0.8))).isEqualTo(new Score(0.8));
        assertThat(worked).hasValue(3);
    }

    @Test
    void callThatRunsOutOfTime_ends_andCostsNothing() {
        enrolled();
        Attempt attempt = attempt("slow", Duration.ofMillis(300));

        assertRefused(run(attempt, () -> Uni.createFrom().nothing()), 500, 170);

        assertThat(left()).isEmpty();
        assertThat(Await.result(scored(attempt("slow", LONG), 0.8))).isEqualTo(new Score(0.8));
    }

    @Test
    void waitingForAnother_endsWithTheCallsOwnTime() {
        enrolled();
        Attempt attempt = attempt("same", LONG);
        Cancellable first =
                run(attempt, () -> Uni.createFrom().nothing()).subscribe().with(_ -> {});
        Await.until("begun", () -> worked.get() == 1);

        assertRefused(scored(attempt("same", Duration.ofMillis(400)), 0.8), 500, 170);

        first.cancel();
    }

    @Test
    void callerWhoHangsUp_endsTheWork_andCostsNothing() {
        enrolled();
        Attempt attempt = attempt();
        AtomicInteger cancelled = new AtomicInteger();
        Cancellable call = run(
                        attempt,
                        () -> Uni.createFrom()
                                .<Outcome<Score>>nothing()
                                .onCancellation()
                                .invoke(cancelled::incrementAndGet))
                .subscribe()
                .with(_ -> {});
        Await.until("begun", () -> worked.get() == 1);

        call.cancel();

        Await.until("given back", () -> left().isEmpty());
        assertThat(cancelled).hasValue(1);
        assertThat(Await.result(scored(attempt, 0.8))).isEqualTo(new Score(0.8));
    }

    @Test
    void callerWhoHangsUpBeforeItBegan_leavesNothingRunning() {
        enrolled();

        for (int i = 0; i < 20; i++) {
            scored(attempt(), 0.1).subscribe().with(_ -> {}).cancel();
        }

        Await.until("given back", () -> left().isEmpty());
    }

    @Test
    void storedAnswer_isSealed() {
        enrolled();
        Attempt attempt = attempt();
        Await.result(scored(attempt, 0.4321));

        String stored = field(attempt);

        byte[] sealed = Base64.getDecoder().decode(stored.substring(stored.lastIndexOf(' ') + 1));
        assertThat(new String(sealed, UTF_8)).doesNotContain("score").doesNotContain("4321");
    }

    @Test
    void answerMovedToAnotherAttemptOrSession_doesNotOpen_andIsWorkedOnAnew() {
        enrolled();
        Attempt genuine = attempt();
        Await.result(scored(genuine, 0.99));
        Attempt other = attempt();
        Session another = people.session(person);
        Attempt elsewhere = new Attempt(
                another, Module.FACE, genuine.path(), genuine.bodyHash(), genuine.deadline(), genuine.event());

        put(other, field(genuine));
        put(elsewhere, field(genuine));

        assertThat(Await.result(scored(other, 0.1))).isEqualTo(new Score(0.1));
        assertThat(Await.result(scored(elsewhere, 0.2))).isEqualTo(new Score(0.2));
    }

    @Test
    void deletion_dropsStoredAnswersOfAllSessions() {
        enrolled();
        Attempt attempt = attempt();
        Session another = people.session(person);
        Attempt elsewhere = new Attempt(another, Module.FACE, attempt.path(), "x", attempt.deadline(), attempt.event());
        Await.result(scored(attempt, 0.9));
        Await.result(scored(elsewhere, 0.9));

        Await.result(mechanism.deletion().delete(person));

        assertThat(traces(session)).isEmpty();
        assertThat(traces(another)).isEmpty();
        assertRefused(scored(attempt, 0.9), 424, 107);
    }

    @Test
    void answerThatIsReadyOnlyAfterADeletion_isThrownAway() {
        enrolled();
        Attempt attempt = attempt();

        assertRefused(
                run(attempt, () -> answer(0.9).call(() -> mechanism.deletion().delete(person))), 500, 170);

        assertThat(traces(session)).isEmpty();
        assertRefused(scored(attempt, 0.9), 424, 107);
    }

    @Test
    void answerOfBeforeADeletionThatRedisHasNotHeardOf_isNotGiven() {
        enrolled();
        Attempt attempt = attempt();
        Await.result(scored(attempt, 0.9));
        Await.result(transactions.run(() -> generations.raiseDeletions(person)));

        assertThatThrownBy(() -> Await.result(scored(attempt, 0.1))).isInstanceOf(ApiException.class);
    }

    @Test
    void templateThatRedisHasForgotten_isFoundInTheDatabase_andRedisRemindedOfIt() {
        enrolled();
        Await.result(redis.del(List.of(EnrolmentStatusStore.key(person, Module.FACE))));
        Await.result(statuses.addPending(person, Module.FACE, "more", Generation.FIRST, 0));

        assertThat(Await.result(scored(attempt(), 0.9))).isEqualTo(new Score(0.9));

        assertThat(Await.result(statuses.find(person, Module.FACE)).state()).isEqualTo(EnrolmentState.ENROLLED);
    }

    @Test
    void nobodyEnrolled_isToldAtOnce_andCostsNothing() {
        assertRefused(scored(attempt(), 0.9), 424, 107);

        assertThat(worked).hasValue(0);
        assertThat(left()).isEmpty();
    }

    @Test
    void templateThatIsBeingBuilt_isWaitedForThreeSeconds() {
        Await.result(statuses.addPending(
                person, Module.FACE, "e", Generation.FIRST, Instant.now().toEpochMilli()));
        Instant start = Instant.now();

        assertRefused(scored(attempt(), 0.9), 424, 103);

        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(left()).isEmpty();
    }

    @Test
    void templateThatIsBuiltMeanwhile_isUsed() {
        accept();

        assertThat(Await.result(scored(attempt(), 0.9))).isEqualTo(new Score(0.9));
    }

    @Test
    void failures_exhaustTheBudget_andTheAnswerSaysWhenToComeAgain() {
        enrolled();
        for (int i = 0; i < 5; i++) {
            Await.result(scored(attempt(), 0.49));
        }

        assertThatThrownBy(() -> Await.result(scored(attempt(), 0.9)))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(429);
                    assertThat(refused.getMessage()).isEqualTo("Too many attempts");
                    assertThat(refused.retryAfter().orElseThrow())
                            .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
                });
        assertThat(worked).hasValue(5);
    }

    @Test
    void repeat_isAnsweredWithoutAnAttemptLeft_andCostsNone() {
        enrolled();
        Attempt first = attempt();
        Await.result(scored(first, 0.1));
        for (int i = 0; i < 20; i++) {
            Await.result(scored(first, 0.1));
        }
        for (int i = 0; i < 4; i++) {
            Await.result(scored(attempt(), 0.1));
        }
        assertRefused(scored(attempt(), 0.1), 429, 120);

        assertThat(Await.result(scored(first, 0.1))).isEqualTo(new Score(0.1));
    }

    @Test
    void afterThreeFailures_theNextAreToldWithoutTheirScore_andSoAreTheirRepeats() {
        enrolled();
        List<Score> told = IntStream.range(0, 3)
                .mapToObj(_ -> Await.result(scored(attempt(), 0.3)))
                .toList();
        Attempt fourth = attempt();

        assertThat(told).containsOnly(new Score(0.3));
        assertThat(Await.result(scored(fourth, 0.3))).isEqualTo(new Score(0));
        assertThat(Await.result(scored(fourth, 0.3))).isEqualTo(new Score(0));
        assertThat(Await.result(scored(attempt(), 0.7))).as("a success is told").isEqualTo(new Score(0.7));
        assertThat(Await.result(scored(attempt(), 0.3)))
                .as("and resets nothing")
                .isEqualTo(new Score(0));
    }

    @Test
    void hundredParallelWrongAttempts_areWorkedOnNoMoreOftenThanTheBudgetAllows() {
        enrolled();

        List<Integer> statuses = Await.result(Uni.join()
                .all(IntStream.range(0, 100)
                        .mapToObj(_ -> scored(attempt(), 0.1)
                                .map(_ -> 200)
                                .onFailure(ApiException.class)
                                .recoverWithItem(refused -> ((ApiException) refused).status()))
                        .toList())
                .andFailFast());

        assertThat(worked).hasValue(5);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(95);
    }

    @Test
    void application_setsItsOwnBudget() {
        TestTopics.publish(
                Topic.APPLICATION_SETTINGS,
                "lenient",
                "{\"v\":1,\"application\":\"lenient\",\"settings\":{\"attempts.consecutive\":7}}".getBytes(UTF_8));
        TestTopics.publish(
                Topic.APPLICATION_SETTINGS,
                "free",
                "{\"v\":1,\"application\":\"free\",\"settings\":{\"attempts.budget\":false}}".getBytes(UTF_8));

        Await.until("settings known", () -> passes("lenient", 8) == 7 && passes("free", 12) == 12);
    }

    /** How many of these wrong attempts of a new user of an application are worked on. */
    private int passes(String application, int tries) {
        person = new Person(application, people.somebody().id());
        session = people.session(person);
        enrolled();
        worked.set(0);
        for (int i = 0; i < tries; i++) {
            Await.result(scored(attempt(), 0.1).onFailure().recoverWithItem(new Score(0)));
        }
        return worked.get();
    }

    private void enrolled() {
        accept();
        Await.until(
                "enrolled",
                () -> Await.result(statuses.find(person, Module.FACE)).state() == EnrolmentState.ENROLLED);
    }

    private void accept() {
        byte[] sample = "sample".getBytes(UTF_8);
        Await.result(mechanism
                .enroller()
                .accept(new Acceptance(
                        session,
                        "/v1/face/enroll",
                        UUID.randomUUID().toString(),
                        List.of(new AcceptedSample(sample, 0.5, new byte[32])))));
    }

    private Attempt attempt() {
        return attempt(UUID.randomUUID().toString(), LONG);
    }

    private Attempt attempt(String bodyHash, Duration time) {
        return new Attempt(
                session,
                Module.FACE,
                "/v1/face/auth",
                bodyHash,
                Deadline.in(time, Clock.systemUTC()),
                ApiEvent.about("request", "app", "/v1/face/auth"));
    }

    private Uni<Score> scored(Attempt attempt, double score) {
        return run(attempt, () -> answer(score));
    }

    private Uni<Outcome<Score>> answer(double score) {
        return mechanism
                .templates()
                .await(person, Duration.ZERO)
                .map(stored -> Outcome.authenticated(
                        new Score(score), new Score(0), stored.key(), Verdict.of(score, 0, false), false));
    }

    private Uni<Score> run(Attempt attempt, Supplier<Uni<Outcome<Score>>> work) {
        return attempts.authenticate(attempt, TokenRule.UNASKED, mechanism.templates(), Score.class, _ -> {
            worked.incrementAndGet();
            return work.get();
        });
    }

    private void assertRefused(Uni<Score> call, int status, int code) {
        assertThatThrownBy(() -> Await.result(call)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.errors().getFirst().code()).isEqualTo(code);
        });
    }

    private String field(Attempt attempt) {
        return Await.result(redis.hget(SessionStore.key(attempt.session().id()), "answer:face:" + attempt.id()))
                .toString();
    }

    private void put(Attempt attempt, String answer) {
        Await.result(
                redis.hset(List.of(SessionStore.key(attempt.session().id()), "answer:face:" + attempt.id(), answer)));
    }

    /** What attempts have left in a session. */
    private List<String> traces(Session of) {
        List<String> fields = new ArrayList<>();
        Await.result(redis.hkeys(SessionStore.key(of.id()))).forEach(field -> fields.add(field.toString()));
        fields.remove("record");
        return fields;
    }

    /** Leases in the session and reservations in the budget. */
    private List<String> left() {
        List<String> fields = new ArrayList<>(traces(session));
        Await.result(redis.hkeys(Attempts.budgetKey(person, Module.FACE)))
                .forEach(field -> fields.add(field.toString()));
        fields.removeIf(field -> !field.startsWith("lease:") && !field.startsWith("reserved:"));
        return fields;
    }

    /** The answer of a modality. */
    record Score(double score) {}
}
