package io.traitgate.modality.attempt;

import static io.traitgate.modality.attempt.ScriptBench.PHONE;
import static io.traitgate.modality.attempt.ScriptBench.STRANGER;
import static io.traitgate.modality.attempt.ScriptBench.attempt;
import static io.traitgate.modality.attempt.ScriptBench.auth;
import static io.traitgate.modality.attempt.ScriptBench.terms;
import static io.traitgate.modality.attempt.Verdict.FAILED;
import static io.traitgate.modality.attempt.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.Await;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the scripts promise about the attempt budget; on any Redis. */
abstract class AttemptBudgetRules {

    private static final Duration MONTH = BudgetRules.MONTH;

    private Person person;
    private Session session;

    abstract ScriptBench bench();

    @BeforeEach
    void somebodyNew() {
        person = bench().somebody();
        session = bench().session(person);
    }

    @Test
    void failuresInARow_costAWait_thatDoublesUpToTheLongest() {
        fail(STRANGER, 5);

        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(next(STRANGER)).isEqualTo(exhausted(Duration.ofSeconds(seconds)));
            step(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(next(STRANGER)).isEqualTo(exhausted(Duration.ofMillis(1)));
            step(Duration.ofMillis(1));
            fail(STRANGER, 1);
        }
    }

    @Test
    void whatIsLeft_isTold() {
        assertThat(List.of(left(FAILED), left(FAILED), left(PASSED), left(FAILED)))
                .containsExactly(Optional.of(4), Optional.of(3), Optional.of(5), Optional.of(4));
    }

    @Test
    void success_endsTheRow() {
        fail(STRANGER, 4);
        pass(STRANGER);

        fail(STRANGER, 4);

        assertThat(next(STRANGER)).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void afterAWait_oneAttemptIsMadeAtATime() {
        fail(STRANGER, 5);
        step(Duration.ofSeconds(30));

        assertThat(bench().begin(auth(session), "a", terms(STRANGER))).isInstanceOf(BeginResult.Begun.class);
        assertThat(bench().begin(auth(session), "b", terms(STRANGER))).isInstanceOf(BeginResult.Exhausted.class);
    }

    @Test
    void hundredParallelAttempts_passNoMoreThanTheBudget() {
        List<Attempt> attempts =
                IntStream.range(0, 100).mapToObj(_ -> auth(session)).toList();

        List<BeginResult> results = Await.result(Uni.join()
                .all(attempts.stream()
                        .map(it -> bench().scripts.begin(it, UUID.randomUUID().toString(), terms(STRANGER), ""))
                        .toList())
                .andFailFast());

        assertThat(results.stream().filter(BeginResult.Begun.class::isInstance)).hasSize(5);
        assertThat(results.stream().filter(BeginResult.Exhausted.class::isInstance))
                .hasSize(95);
    }

    @Test
    void hundredParallelWholeAttempts_failNoMoreOftenThanTheBudgetAllows() {
        List<Uni<Boolean>> attempts = IntStream.range(0, 100)
                .mapToObj(_ -> auth(session))
                .map(it -> bench().scripts
                        .begin(it, it.bodyHash(), terms(STRANGER), "")
                        .flatMap(begun -> {
                            if (!(begun instanceof BeginResult.Begun)) {
                                return Uni.createFrom().item(false);
                            }
                            return bench().scripts
                                    .settle(it, it.bodyHash(), terms(STRANGER), FAILED, "0 0 sealed", Optional.empty())
                                    .replaceWith(true);
                        }))
                .toList();

        List<Boolean> failed = Await.result(Uni.join().all(attempts).andFailFast());

        assertThat(failed.stream().filter(it -> it)).hasSize(5);
    }

    @Test
    void reservationsOfACrashedService_countUntilTheirLeasesLapse() {
        for (int i = 0; i < 5; i++) {
            bench().begin(auth(session), "crashed-" + i, terms(STRANGER));
        }
        assertThat(next(STRANGER)).isInstanceOf(BeginResult.Exhausted.class);

        step(AttemptScripts.LEASE);

        assertThat(next(STRANGER)).isEqualTo(new BeginResult.Begun(Optional.empty(), Optional.of(4), true));
    }

    @Test
    void successes_doNotResetTheThirtyDays() {
        Instant first = bench().clock.instant();
        for (int i = 0; i < 50; i++) {
            pass(PHONE);
            fail(PHONE, 1);
            step(Duration.ofHours(1));
        }

        Duration untilTheFirstIsForgotten = Duration.between(bench().clock.instant(), first.plus(MONTH));
        assertThat(next(PHONE)).isEqualTo(exhausted(untilTheFirstIsForgotten));
        step(untilTheFirstIsForgotten);
        assertThat(next(PHONE)).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void strangersFailures_doNotLockOutADeviceThatHasSucceeded() {
        pass(PHONE);
        fail(STRANGER, 5);
        assertThat(next(STRANGER)).isInstanceOf(BeginResult.Exhausted.class);

        assertThat(next(PHONE)).isEqualTo(new BeginResult.Begun(Optional.empty(), Optional.of(4), false));
        fail(PHONE, 5);
        assertThat(next(PHONE)).isInstanceOf(BeginResult.Exhausted.class);
    }

    @Test
    void knownDevice_hasThirtyDaysOfItsOwn() {
        BudgetRules three = new BudgetRules(3, Duration.ofSeconds(1), Duration.ofSeconds(1), 3, 3);
        bench().once(auth(session), terms(PHONE, three), PASSED);
        for (int i = 0; i < 3; i++) {
            bench().once(auth(session), terms(STRANGER, three), FAILED);
        }
        step(Duration.ofDays(1));

        assertThat(bench().begin(auth(session), "a", terms(STRANGER, three))).isInstanceOf(BeginResult.Exhausted.class);
        assertThat(bench().begin(auth(session), "b", terms(PHONE, three))).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void threeDevicesAreKnown_andTheOneThatSucceededLongestAgoGivesWay() {
        for (String device : List.of("first", "second", "third", "first", "fourth")) {
            pass(device);
            step(Duration.ofMinutes(1));
        }
        fail(STRANGER, 5);

        assertThat(List.of("first", "third", "fourth"))
                .allSatisfy(known -> assertThat(next(known)).isInstanceOf(BeginResult.Begun.class));
        assertThat(next("second")).isInstanceOf(BeginResult.Exhausted.class);
    }

    @Test
    @DisplayName("W-129 failures in one module concern no other module and no other user")
    void anotherModuleAndAnotherUser_areNotConcerned() {
        fail(STRANGER, 5);

        Attempt voice = attempt(session, Module.VOICE, "/v1/voice/auth");
        Attempt somebodyElse = auth(bench().session(bench().somebody()));
        assertThat(bench().begin(voice, "a", terms(STRANGER))).isInstanceOf(BeginResult.Begun.class);
        assertThat(bench().begin(somebodyElse, "a", terms(STRANGER))).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void anotherSession_isTheSamePerson() {
        fail(STRANGER, 5);

        assertThat(bench().begin(auth(bench().session(person)), "a", terms(STRANGER)))
                .isInstanceOf(BeginResult.Exhausted.class);
    }

    @Test
    void threeFailuresOfAMonth_areToldWithTheirScore_onAllDevicesTogether() {
        pass(PHONE);
        assertThat(toldNext(PHONE)).isTrue();
        fail(PHONE, 1);
        pass(PHONE);
        fail(STRANGER, 2);

        assertThat(List.of(toldNext(PHONE), toldNext(STRANGER))).containsOnly(false);
        step(MONTH);
        assertThat(List.of(toldNext(PHONE), toldNext(STRANGER))).containsOnly(true);
    }

    @Test
    void attemptsThatRun_countAsToldAlready() {
        List<BeginResult> begun = IntStream.range(0, 5)
                .mapToObj(i -> bench().begin(auth(session), "parallel-" + i, terms(STRANGER)))
                .toList();

        assertThat(begun)
                .extracting(it -> ((BeginResult.Begun) it).told())
                .containsExactly(true, true, true, false, false);
    }

    /** Whether an attempt that begins now would be told with its score; it is given up. */
    private boolean toldNext(String device) {
        Attempt attempt = auth(session);
        BeginResult begun = bench().begin(attempt, "asking", terms(device));
        bench().release(attempt, "asking");
        return ((BeginResult.Begun) begun).told();
    }

    @Test
    void switchedOff_nothingIsCounted() {
        for (int i = 0; i < 60; i++) {
            assertThat(bench().once(auth(session), terms(STRANGER, null), FAILED))
                    .isEqualTo(new FinishResult.Settled(Optional.empty()));
        }
        assertThat(bench().exists(Attempts.budgetKey(person, Module.FACE))).isFalse();
    }

    @Test
    void attemptWithoutAnswer_costsNothing() {
        for (int i = 0; i < 20; i++) {
            Attempt attempt = auth(session);
            assertThat(bench().begin(attempt, "a", terms(STRANGER)))
                    .isEqualTo(new BeginResult.Begun(Optional.empty(), Optional.of(4), true));
            bench().release(attempt, "a");
        }
    }

    @Test
    void clockThatWasSetBack_lengthensNoWaitByTheStep() {
        fail(STRANGER, 5);
        step(Duration.ofHours(-1));

        assertThat(next(STRANGER)).isEqualTo(exhausted(Duration.ofSeconds(30)));
        step(Duration.ofSeconds(30));

        assertThat(next(STRANGER)).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void counters_outliveNobodyForEver() {
        fail(STRANGER, 1);

        assertThat(Await.result(bench().redis.pttl(Attempts.budgetKey(person, Module.FACE)))
                        .toLong())
                .isBetween(Duration.ofDays(89).toMillis(), Duration.ofDays(90).toMillis());
    }

    /** Whatever order attempts begin, fail, pass, crash and are given up in, the budget holds. */
    @RepeatedTest(8)
    void noOrderOfThings_passesMoreThanTheBudget(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        BudgetRules rules = new BudgetRules(3, Duration.ofSeconds(5), Duration.ofSeconds(20), 12, 3);
        Terms terms = terms(STRANGER, rules);
        Deque<Instant> failures = new ArrayDeque<>();
        Set<Attempt> running = new HashSet<>();
        int row = 0;
        for (int i = 0; i < 300; i++) {
            step(Duration.ofSeconds(random.nextInt(100) < 3 ? 600_000 : random.nextInt(4)));
            Instant now = bench().clock.instant();
            failures.removeIf(it -> !it.plus(MONTH).isAfter(now));
            Optional<Attempt> one = running.stream().findAny();
            if (one.isEmpty() || random.nextInt(3) == 0) {
                Attempt attempt = auth(session);
                if (bench().begin(attempt, attempt.bodyHash(), terms) instanceof BeginResult.Begun) {
                    running.add(attempt);
                    assertThat(failures.size()).isLessThan(rules.monthly());
                    if (row >= rules.consecutive()) {
                        assertThat(failures.isEmpty()
                                        || !failures.getLast()
                                                .plus(rules.firstWait())
                                                .isAfter(now))
                                .isTrue();
                    }
                }
                continue;
            }
            Attempt attempt = one.get();
            running.remove(attempt);
            if (random.nextInt(5) == 0) {
                bench().release(attempt, attempt.bodyHash());
            } else if (bench().settle(attempt, attempt.bodyHash(), terms, FAILED) instanceof FinishResult.Settled) {
                row++;
                failures.add(now);
                assertThat(failures.size()).isLessThanOrEqualTo(rules.monthly());
            }
        }
        assertThat(failures).isNotEmpty();
    }

    private void step(Duration by) {
        bench().clock.step(by);
    }

    private void fail(String device, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(bench().once(session, device, FAILED)).isInstanceOf(FinishResult.Settled.class);
        }
    }

    private void pass(String device) {
        assertThat(bench().once(session, device, PASSED)).isInstanceOf(FinishResult.Settled.class);
    }

    private Optional<Integer> left(Verdict verdict) {
        return ((FinishResult.Settled) bench().once(session, PHONE, verdict)).left();
    }

    /** What the next attempt may do; it is given up at once. */
    private BeginResult next(String device) {
        Attempt attempt = auth(session);
        BeginResult result = bench().begin(attempt, "next", terms(device));
        bench().release(attempt, "next");
        return result;
    }

    private static BeginResult exhausted(Duration pause) {
        return new BeginResult.Exhausted(pause);
    }
}
