package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.redis.RedisScript;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.token.IssuedToken;
import io.traitgate.modality.token.TokenRecord;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The scripts that bracket an attempt. Each changes several keys of one person together or not at all; all carry the
 * person's hash tag, so they run on Redis Cluster.
 *
 * <p>Times are this process's, as are those of sessions, tokens and pending enrolments, which the scripts hold theirs
 * against. Clocks that differ cost at most a second run of the same attempt, whose answer then counts once: who owns the
 * lease decides, not the time.
 */
@Singleton
final class AttemptScripts {

    /** Longer than any call lasts. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final String SHARED = "attempt-budget.lua";

    private final RedisScript begin;
    private final RedisScript finish;
    private final RedisScript drop;
    private final InstantSource clock;

    AttemptScripts(RedisAPI redis, InstantSource clock) {
        this.begin = RedisScript.load(redis, SHARED, "attempt-begin.lua");
        this.finish = RedisScript.load(redis, SHARED, "attempt-finish.lua");
        this.drop = RedisScript.load(redis, "attempt-drop.lua");
        this.clock = clock;
    }

    /**
     * Judges the attempt and, if nothing speaks against it, begins it.
     *
     * @param owner names this run of it, and no other
     * @param unusable a stored answer that could not be opened; it is dropped
     */
    Uni<BeginResult> begin(Attempt attempt, String owner, Terms terms, String unusable) {
        List<String> judged = switch (terms) {
            case Terms.Enrolment _ -> List.of("enroll", TokenRule.UNASKED.text(), life(), "", "");
            case Terms.Authentication it -> List.of("auth", it.token().text(), life(), it.device(), rules(it));
        };
        return begin.run(keys(attempt), join(run(attempt, owner), unusable, judged))
                .map(BeginResult::of);
    }

    /** Returns lease and reservation of an attempt that came to no answer. */
    Uni<FinishResult> release(Attempt attempt, String owner) {
        return finish.run(keys(attempt), join(run(attempt, owner), "released", List.of()))
                .map(FinishResult::of);
    }

    /**
     * Settles an answered attempt, if it still counts.
     *
     * @param stored the sealed answer as it is kept
     * @param checked the record of the token that was checked
     */
    Uni<FinishResult> settle(
            Attempt attempt, String owner, Terms terms, Verdict verdict, String stored, Optional<String> checked) {
        String token = checked.orElse("");
        String consumed = checked.map(TokenRecord::consume).orElse("");
        List<String> answer = switch (terms) {
            case Terms.Enrolment _ -> List.of(stored, token, consumed, "", "");
            case Terms.Authentication it -> List.of(stored, token, consumed, it.device(), rules(it));
        };
        return finish.run(
                        keys(attempt), join(run(attempt, owner), verdict.name().toLowerCase(Locale.ROOT), answer))
                .map(FinishResult::of);
    }

    /**
     * Drops the answers of a module that were stored in sessions before a generation.
     *
     * @param sessions keys of sessions of one person, one at least
     */
    Uni<Void> drop(List<String> sessions, Module module, Generation generation) {
        return drop.run(
                        sessions,
                        List.of(
                                module.wireName(),
                                Long.toString(generation.erasures()),
                                Long.toString(generation.deletions())))
                .replaceWithVoid();
    }

    /** The key of a person's attempt budget in a module. */
    static String budgetKey(Person person, Module module) {
        return "attempts:{" + person.tag() + "}:" + person.id().value() + ":" + module.wireName();
    }

    private static List<String> keys(Attempt attempt) {
        return List.of(
                SessionStore.key(attempt.session().id()),
                EnrolmentStatusStore.key(attempt.person(), attempt.module()),
                budgetKey(attempt.person(), attempt.module()));
    }

    private List<String> run(Attempt attempt, String owner) {
        return List.of(
                attempt.module().wireName(),
                attempt.id(),
                owner,
                Long.toString(clock.millis()),
                Long.toString(LEASE.toMillis()));
    }

    private static List<String> join(List<String> head, String middle, List<String> rest) {
        List<String> all = new ArrayList<>(head);
        all.add(middle);
        all.addAll(rest);
        return all;
    }

    private static String life() {
        return Long.toString(IssuedToken.LIFE.toMillis());
    }

    private static String rules(Terms.Authentication terms) {
        return terms.budget().map(BudgetRules::text).orElse("");
    }
}
