package io.traitgate.modality.attempt;

import static io.traitgate.modality.attempt.ScriptBench.ENROLMENT;
import static io.traitgate.modality.attempt.ScriptBench.PHONE;
import static io.traitgate.modality.attempt.ScriptBench.attempt;
import static io.traitgate.modality.attempt.ScriptBench.auth;
import static io.traitgate.modality.attempt.ScriptBench.spoken;
import static io.traitgate.modality.attempt.ScriptBench.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.Module;
import io.traitgate.modality.Await;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.token.IssuedToken;
import io.traitgate.modality.token.TokenRecord;
import io.traitgate.modality.token.TokenState;
import io.traitgate.modality.token.TokenType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the scripts promise about repeats, leases, tokens and templates; on any Redis. */
abstract class AttemptScriptsRules {

    private static final String ANSWER = "0 0 sealed";
    private static final Duration LAPSE = AttemptScripts.LEASE;

    private Person person;
    private Session session;

    abstract ScriptBench bench();

    @BeforeEach
    void somebodyNew() {
        person = bench().somebody();
        session = bench().session(person);
    }

    @Test
    void sameAttempt_waitsForTheFirst_andThenHasItsAnswer() {
        Attempt attempt = auth(session);

        assertThat(begin(attempt, "a")).isInstanceOf(BeginResult.Begun.class);
        assertThat(begin(attempt, "b")).isEqualTo(new BeginResult.Running());
        bench().settle(attempt, "a", terms(PHONE), Verdict.PASSED);

        assertThat(begin(attempt, "b")).isEqualTo(new BeginResult.Answered(ANSWER));
        assertThat(bench().traces(session)).containsExactly("answer:face:" + attempt.id());
    }

    @Test
    void enrolment_needsNoTemplate_andIsAnsweredFromMemoryToo() {
        bench().status(person, Module.FACE, Generation.FIRST, 0);
        Attempt attempt = attempt(session, Module.FACE, "/v1/face/enroll");

        assertThat(bench().begin(attempt, "a", ENROLMENT)).isInstanceOf(BeginResult.Begun.class);
        assertThat(bench().settle(attempt, "a", ENROLMENT, Verdict.ENROLLED))
                .isEqualTo(new FinishResult.Settled(Optional.empty()));

        assertThat(bench().begin(attempt, "b", ENROLMENT)).isEqualTo(new BeginResult.Answered(ANSWER));
        assertThat(bench().exists(Attempts.budgetKey(person, Module.FACE))).isFalse();
    }

    @Test
    void attemptWithoutAnswer_leavesNothing_andMayBeginAgain() {
        Attempt attempt = auth(session);
        begin(attempt, "a");

        assertThat(bench().release(attempt, "a")).isEqualTo(new FinishResult.Released());

        assertThat(bench().traces(session)).isEmpty();
        assertThat(bench().exists(Attempts.budgetKey(person, Module.FACE))).isFalse();
        assertThat(begin(attempt, "b")).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void otherBytesPathModuleOrSession_areAnotherAttempt() {
        begin(attempt(session, Module.FACE, "/v1/face/auth", "hash"), "a");

        assertThat(List.of(
                        attempt(session, Module.FACE, "/v1/face/auth", "other"),
                        attempt(session, Module.FACE, "/v1/face/enroll", "hash"),
                        attempt(session, Module.VOICE, "/v1/face/auth", "hash"),
                        attempt(bench().session(person), Module.FACE, "/v1/face/auth", "hash")))
                .allSatisfy(other -> assertThat(begin(other, "b")).isInstanceOf(BeginResult.Begun.class));
    }

    @Test
    void leaseOfACrashedHolder_lapses_andItsLateAnswerIsThrownAway() {
        Attempt attempt = auth(session);
        begin(attempt, "crashed");
        bench().clock.step(LAPSE.minusMillis(1));
        assertThat(begin(attempt, "b")).isEqualTo(new BeginResult.Running());

        bench().clock.step(Duration.ofMillis(1));
        assertThat(begin(attempt, "b")).isInstanceOf(BeginResult.Begun.class);

        assertThat(bench().settle(attempt, "crashed", terms(PHONE), Verdict.FAILED))
                .isEqualTo(new FinishResult.Lost());
        assertThat(bench().settle(attempt, "b", terms(PHONE), Verdict.PASSED, "0 0 second", Optional.empty()))
                .isInstanceOf(FinishResult.Settled.class);
        assertThat(begin(attempt, "c")).isEqualTo(new BeginResult.Answered("0 0 second"));
    }

    @Test
    void leaseThatLapsed_isNotItsHoldersAnyMore_evenIfNobodyTookIt() {
        Attempt attempt = auth(session);
        begin(attempt, "slow");
        bench().clock.step(LAPSE);

        assertThat(bench().settle(attempt, "slow", terms(PHONE), Verdict.FAILED))
                .isEqualTo(new FinishResult.Lost());
        assertThat(bench().traces(session)).isEmpty();
    }

    @Test
    void ofTwoFinishers_theSecondGetsTheAnswerOfTheFirst() {
        Attempt attempt = auth(session);
        begin(attempt, "slow");
        bench().clock.step(LAPSE);
        begin(attempt, "fast");
        bench().settle(attempt, "fast", terms(PHONE), Verdict.PASSED, "0 0 fast", Optional.empty());

        assertThat(bench().settle(attempt, "slow", terms(PHONE), Verdict.FAILED, "0 0 slow", Optional.empty()))
                .isEqualTo(new FinishResult.Overtaken("0 0 fast"));
    }

    @Test
    void releaseByWhoHasLostTheLease_leavesTheNewHolders() {
        Attempt attempt = auth(session);
        begin(attempt, "slow");
        bench().clock.step(LAPSE);
        begin(attempt, "fast");

        bench().release(attempt, "slow");

        assertThat(begin(attempt, "c")).isEqualTo(new BeginResult.Running());
    }

    @Test
    void sessionThatEnded_beginsNothing_andIsNotBroughtBackByAnEnd() {
        Attempt attempt = auth(session);
        begin(attempt, "a");
        bench().end(session);

        assertThat(begin(attempt, "b")).isEqualTo(new BeginResult.NoSession());
        assertThat(bench().settle(attempt, "a", terms(PHONE), Verdict.PASSED)).isEqualTo(new FinishResult.Lost());
        assertThat(bench().exists(SessionStore.key(session.id()))).isFalse();
        assertThat(bench().exists(Attempts.budgetKey(person, Module.FACE))).isFalse();
    }

    @Test
    void answer_livesAsLongAsItsSession() {
        Attempt attempt = auth(session);
        Await.result(bench().redis.pexpire(List.of(SessionStore.key(session.id()), "100000")));

        bench().once(attempt, terms(PHONE), Verdict.PASSED);

        assertThat(Await.result(bench().redis.pttl(SessionStore.key(session.id())))
                        .toLong())
                .isBetween(1L, 100_000L);
    }

    @Test
    void answerThatDoesNotOpen_isDropped_andNoOther() {
        Attempt attempt = auth(session);
        bench().once(attempt, terms(PHONE), Verdict.PASSED);

        assertThat(Await.result(bench().scripts.begin(attempt, "b", terms(PHONE), "0 0 older")))
                .isEqualTo(new BeginResult.Answered(ANSWER));
        assertThat(Await.result(bench().scripts.begin(attempt, "b", terms(PHONE), ANSWER)))
                .isInstanceOf(BeginResult.Begun.class);
        assertThat(bench().traces(session)).containsExactly("lease:face:" + attempt.id());
    }

    @Test
    void judgement_hasItsOrder() {
        // Given an attempt against which everything speaks
        Attempt attempt = voice();
        Terms terms = spoken(TokenRule.REQUIRED);
        bench().token(session, bench().issued(TokenType.AUTH, Duration.ZERO));
        bench().begin(attempt, "holder", terms(PHONE, null));
        bench().token(session, bench().issued(TokenType.AUTH, Duration.ZERO).consumed());
        for (int i = 0; i < 5; i++) {
            bench().once(voice(), terms(PHONE), Verdict.FAILED);
        }
        bench().status(person, Module.VOICE, Generation.FIRST, 0);

        // Then the first reason counts, one after the other
        assertThat(bench().begin(attempt, "b", terms)).isEqualTo(new BeginResult.Running());
        bench().release(attempt, "holder");
        assertThat(bench().begin(attempt, "b", terms)).isEqualTo(new BeginResult.NoToken());
        bench().token(session, bench().issued(TokenType.AUTH, Duration.ZERO));
        assertThat(bench().begin(attempt, "b", terms)).isEqualTo(new BeginResult.NoTemplate(true, 0));
        bench().status(person, Module.VOICE, Generation.FIRST, 1);
        assertThat(bench().begin(attempt, "b", terms)).isInstanceOf(BeginResult.Exhausted.class);
        bench().clock.step(Duration.ofSeconds(30));
        assertThat(bench().begin(attempt, "b", terms)).isInstanceOf(BeginResult.Begun.class);

        // And a stored answer before them all
        bench().settle(attempt, "b", terms, Verdict.FAILED);
        bench().status(person, Module.VOICE, Generation.FIRST, 0);
        assertThat(bench().begin(attempt, "c", terms)).isEqualTo(new BeginResult.Answered(ANSWER));
    }

    @ParameterizedTest
    @EnumSource(TokenType.class)
    void token_isJudgedAsItsStateSays(TokenType type) {
        Duration life = IssuedToken.LIFE;
        for (Duration age : List.of(Duration.ZERO, life.minusMillis(1), life, Duration.ofDays(1))) {
            for (boolean used : List.of(false, true)) {
                IssuedToken token = bench().issued(type, age);
                token = used ? token.consumed() : token;
                bench().token(session, token);
                TokenState state = token.state(bench().clock.instant());

                assertThat(mayBegin(TokenRule.OPTIONAL)).as("%s", token).isEqualTo(state != TokenState.SPENT);
                assertThat(mayBegin(TokenRule.REQUIRED)).as("%s", token).isEqualTo(state == TokenState.LIVE);
                assertThat(mayBegin(TokenRule.UNASKED)).as("%s", token).isTrue();
            }
        }
    }

    @Test
    void withoutToken_onlyWhoRequiresOneRefuses() {
        assertThat(mayBegin(TokenRule.OPTIONAL)).isTrue();
        assertThat(mayBegin(TokenRule.REQUIRED)).isFalse();
    }

    @Test
    void tokenOfTheOtherModule_doesNotCount() {
        bench().token(session, bench().issued(TokenType.AUTH, Duration.ZERO).consumed());
        Attempt face = auth(session);

        assertThat(bench().begin(face, "a", spoken(TokenRule.OPTIONAL))).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void settling_consumesTheTokenThatWasChecked() {
        String token = issue();
        Attempt attempt = voice();

        assertThat(bench().begin(attempt, "a", spoken(TokenRule.OPTIONAL)))
                .isEqualTo(new BeginResult.Begun(Optional.of(token), Optional.of(4), true));
        assertThat(settle(attempt, "a", token)).isInstanceOf(FinishResult.Settled.class);

        assertThat(bench().token(session).orElseThrow().used()).isTrue();
        assertThat(bench().begin(voice(), "b", spoken(TokenRule.OPTIONAL))).isEqualTo(new BeginResult.NoToken());
    }

    @Test
    void attemptWithoutAnswer_leavesTheToken() {
        issue();
        Attempt attempt = voice();
        bench().begin(attempt, "a", spoken(TokenRule.OPTIONAL));

        bench().release(attempt, "a");

        assertThat(bench().token(session).orElseThrow().used()).isFalse();
    }

    @Test
    void tokenIsUsedOnce_byTheFirstToSettle() {
        String token = issue();
        Attempt first = voice();
        Attempt second = voice();
        bench().begin(first, "a", spoken(TokenRule.OPTIONAL));
        bench().begin(second, "b", spoken(TokenRule.OPTIONAL));

        assertThat(settle(second, "b", token)).isInstanceOf(FinishResult.Settled.class);
        assertThat(settle(first, "a", token)).isEqualTo(new FinishResult.TokenGone());

        // Nothing is left of it, not even the attempt that it had reserved.
        assertThat(bench().traces(session)).containsExactly("answer:voice:" + second.id());
        assertThat(bench().begin(voice(), "c", terms(PHONE)))
                .isInstanceOfSatisfying(
                        BeginResult.Begun.class, it -> assertThat(it.left()).contains(4));
    }

    @Test
    void tokenThatWasReplacedMeanwhile_makesTheAnswerWorthless_andTheNewOneStays() {
        String token = issue();
        Attempt attempt = voice();
        bench().begin(attempt, "a", spoken(TokenRule.OPTIONAL));
        bench().clock.step(Duration.ofSeconds(1));
        issue();

        assertThat(settle(attempt, "a", token)).isEqualTo(new FinishResult.TokenGone());
        assertThat(bench().token(session).orElseThrow().used()).isFalse();
    }

    @Test
    void tokenThatExpiresWhileItIsChecked_stillCounts() {
        IssuedToken old = bench().issued(TokenType.AUTH, IssuedToken.LIFE.minusSeconds(1));
        bench().token(session, old);
        Attempt attempt = voice();
        bench().begin(attempt, "a", spoken(TokenRule.REQUIRED));
        bench().clock.step(Duration.ofSeconds(5));

        assertThat(settle(attempt, "a", TokenRecord.encode(old))).isInstanceOf(FinishResult.Settled.class);
    }

    @Test
    void missingTemplate_isTold_withWhatRedisKnows() {
        String status = EnrolmentStatusStore.key(person, Module.FACE);
        Await.result(bench().redis.del(List.of(status)));
        assertThat(begin(auth(session), "a")).isEqualTo(new BeginResult.NoTemplate(false, 0));

        Await.result(bench().redis.hset(List.of(status, "p:1", "0 0 1 -1 -1", "p:2", "0 0 1 -1 -1")));
        assertThat(begin(auth(session), "a")).isEqualTo(new BeginResult.NoTemplate(false, 2));

        bench().status(person, Module.FACE, Generation.FIRST, 0);
        assertThat(begin(auth(session), "a")).isEqualTo(new BeginResult.NoTemplate(true, 2));
        assertThat(bench().traces(session)).isEmpty();
        assertThat(bench().exists(Attempts.budgetKey(person, Module.FACE))).isFalse();
    }

    @Test
    void answerOfBeforeADeletion_isNeitherStoredNorGiven() {
        Attempt before = auth(session);
        Attempt during = auth(session);
        bench().once(before, terms(PHONE), Verdict.PASSED);
        begin(during, "a");

        bench().status(person, Module.FACE, new Generation(0, 1), 1);

        assertThat(bench().settle(during, "a", terms(PHONE), Verdict.PASSED)).isEqualTo(new FinishResult.Lost());
        assertThat(begin(before, "b")).isInstanceOf(BeginResult.Begun.class);
        assertThat(bench().settle(before, "b", terms(PHONE), Verdict.PASSED, "0 1 new", Optional.empty()))
                .isInstanceOf(FinishResult.Settled.class);
        assertThat(begin(before, "c")).isEqualTo(new BeginResult.Answered("0 1 new"));
    }

    @Test
    void erasure_isOrderedBeforeDeletion() {
        Attempt attempt = auth(session);
        bench().status(person, Module.FACE, new Generation(1, 0), 1);
        begin(attempt, "a");

        assertThat(bench().settle(attempt, "a", terms(PHONE), Verdict.PASSED, "0 7 old", Optional.empty()))
                .isEqualTo(new FinishResult.Lost());
    }

    @Test
    void drop_takesOlderAnswersOfTheModule_fromAllSessions_andNoOthers() {
        Session other = bench().session(person);
        Attempt here = auth(session);
        Attempt there = auth(other);
        Attempt voice = attempt(session, Module.VOICE, "/v1/voice/auth");
        Attempt since = auth(session);
        List.of(here, there, voice).forEach(it -> bench().once(it, terms(PHONE), Verdict.PASSED));
        begin(since, "a");
        bench().settle(since, "a", terms(PHONE), Verdict.PASSED, "0 1 new", Optional.empty());

        Await.result(bench().scripts
                .drop(
                        List.of(SessionStore.key(session.id()), SessionStore.key(other.id())),
                        Module.FACE,
                        new Generation(0, 1)));

        assertThat(bench().traces(session))
                .containsExactlyInAnyOrder("answer:voice:" + voice.id(), "answer:face:" + since.id());
        assertThat(bench().traces(other)).isEmpty();
    }

    @Test
    void clockThatWasSetBack_keepsNoLeaseForTheLengthOfTheStep() {
        Attempt attempt = auth(session);
        begin(attempt, "a");

        bench().clock.step(Duration.ofHours(-1));

        assertThat(begin(attempt, "b")).isInstanceOf(BeginResult.Begun.class);
    }

    @Test
    void clocksThatDifferByLessThanALease_shareIt() {
        Attempt attempt = auth(session);
        begin(attempt, "a");
        bench().clock.step(Duration.ofSeconds(-5));

        assertThat(begin(attempt, "b")).isEqualTo(new BeginResult.Running());
        assertThat(bench().settle(attempt, "a", terms(PHONE), Verdict.PASSED)).isInstanceOf(FinishResult.Settled.class);
    }

    private BeginResult begin(Attempt attempt, String owner) {
        return bench().begin(attempt, owner, terms(PHONE));
    }

    private Attempt voice() {
        return attempt(session, Module.VOICE, "/v1/voice/auth");
    }

    private String issue() {
        IssuedToken token = bench().issued(TokenType.AUTH, Duration.ZERO);
        bench().token(session, token);
        return TokenRecord.encode(token);
    }

    private FinishResult settle(Attempt attempt, String owner, String token) {
        return bench().settle(attempt, owner, spoken(TokenRule.OPTIONAL), Verdict.PASSED, ANSWER, Optional.of(token));
    }

    private boolean mayBegin(TokenRule rule) {
        Attempt attempt = voice();
        boolean begun = bench().begin(attempt, "a", spoken(rule)) instanceof BeginResult.Begun;
        bench().release(attempt, "a");
        return begun;
    }
}
