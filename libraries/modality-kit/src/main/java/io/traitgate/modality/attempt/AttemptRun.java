package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.token.IssuedToken;
import io.traitgate.modality.token.TokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call's way through an attempt: begin, wait where that says so, work, finish. From the moment it has begun it ends with
 * a finish, whatever happens to the work or the caller.
 */
final class AttemptRun<T> {

    private final AttemptScripts scripts;
    private final StoredAnswers answers;
    private final Pauses pauses;
    private final TemplateSearch templates;
    private final Attempt attempt;
    private final Terms terms;
    private final Class<T> form;
    private final Function<Optional<IssuedToken>, Uni<Outcome<T>>> work;
    private final String owner = UUID.randomUUID().toString();
    private final HangUp caller = new HangUp();
    private @Nullable Instant patienceEnd;

    AttemptRun(
            AttemptScripts scripts,
            StoredAnswers answers,
            Pauses pauses,
            TemplateSearch templates,
            Attempt attempt,
            Terms terms,
            Class<T> form,
            Function<Optional<IssuedToken>, Uni<Outcome<T>>> work) {
        this.scripts = scripts;
        this.answers = answers;
        this.pauses = pauses;
        this.templates = templates;
        this.attempt = attempt;
        this.terms = terms;
        this.form = form;
        this.work = work;
    }

    /** The answer, new or stored. Cancelling it cancels the work, and never what has to follow it. */
    Uni<T> start() {
        return Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(caller::tell);
            begin("").subscribe().with(emitter::complete, emitter::fail);
        });
    }

    private Uni<T> begin(String unusable) {
        return attempt.event()
                .timed("begin", scripts.begin(attempt, owner, terms, unusable))
                .flatMap(this::goOn);
    }

    private Uni<T> goOn(BeginResult result) {
        return switch (result) {
            case BeginResult.Answered(String stored) -> repeat(stored);
            case BeginResult.Running _ -> again();
            case BeginResult.NoTemplate missing -> lookFor(missing);
            case BeginResult.Begun begun -> work(begun);
            case BeginResult.NoSession _ -> refuse(new ApiException(ApiError.SESSION_NOT_FOUND));
            case BeginResult.NoToken _ -> refuse(new ApiException(ApiError.NO_TOKEN));
            case BeginResult.Exhausted(Duration pause) -> {
                attempt.event().budgetLeft(0);
                yield refuse(ApiException.retryAfter(ApiError.TOO_MANY_ATTEMPTS, pause));
            }
        };
    }

    private Uni<T> repeat(String stored) {
        return answers.open(attempt, stored, form)
                .flatMap(opened -> opened.map(this::tellStored).orElseGet(() -> begin(stored)));
    }

    private Uni<T> tellStored(T answer) {
        attempt.event().storedAnswer(true);
        return Uni.createFrom().item(answer);
    }

    /** Asks again a moment later, as long as there is time and somebody to answer to. */
    private Uni<T> again() {
        return Uni.createFrom().deferred(() -> {
            attempt.deadline().require(Pauses.PAUSE);
            return pauses.pause().flatMap(_ -> {
                caller.check();
                return begin("");
            });
        });
    }

    /**
     * What Redis does not know of may be in the database all the same, after Redis was flushed for instance. The status was
     * read first: what is pending no more by then is in the template or never will be.
     */
    private Uni<T> lookFor(BeginResult.NoTemplate missing) {
        boolean first = patienceEnd == null;
        if (missing.pending() > 0 && (missing.known() || !first)) {
            return awaitBuild();
        }
        return templates.remind().apply(attempt.person()).flatMap(found -> {
            if (found) {
                return begin("");
            }
            return missing.pending() > 0 ? awaitBuild() : refuse(new ApiException(ApiError.USER_NOT_FOUND));
        });
    }

    private Uni<T> awaitBuild() {
        Instant now = attempt.deadline().clock().instant();
        Instant end = patienceEnd;
        if (end == null) {
            Duration left = attempt.deadline().left();
            end = now.plus(left.compareTo(templates.patience()) < 0 ? left : templates.patience());
            patienceEnd = end;
        }
        return now.plus(Pauses.PAUSE).isBefore(end) ? again() : refuse(new ApiException(ApiError.TEMPLATE_BUILDING));
    }

    private Uni<T> work(BeginResult.Begun begun) {
        begun.left().ifPresent(attempt.event()::budgetLeft);
        Uni<Answer<T>> sealed = Uni.createFrom()
                .deferred(() -> work.apply(begun.token().map(TokenRecord::decode)))
                .map(outcome -> answer(outcome, begun.told()));
        return caller.limit(attempt.deadline().limit(sealed))
                .onItemOrFailure()
                .transformToUni((answer, failure) -> answer == null ? release(failure) : settle(answer, begun.token()));
    }

    private Answer<T> answer(Outcome<T> outcome, boolean told) {
        boolean withhold = outcome.verdict() == Verdict.FAILED && !told;
        if (withhold) {
            attempt.event().reason("score withheld");
        }
        T answer = withhold ? outcome.withheld() : outcome.answer();
        return new Answer<>(outcome, answer, answers.seal(attempt, answer, outcome.key()));
    }

    /** The failure stays what it was: a lease that cannot be returned lapses by itself. */
    private Uni<T> release(@Nullable Throwable failure) {
        Throwable reason = failure == null ? new IllegalStateException("the work has no outcome") : failure;
        return attempt.event()
                .timed("finish", scripts.release(attempt, owner))
                .onItemOrFailure()
                .transformToUni((_, _) -> Uni.createFrom().failure(reason));
    }

    private Uni<T> settle(Answer<T> answer, Optional<String> token) {
        Outcome<T> outcome = answer.outcome;
        Optional<String> checked = outcome.tokenChecked() ? token : Optional.empty();
        return attempt.event()
                .timed("finish", scripts.settle(attempt, owner, terms, outcome.verdict(), answer.sealed, checked))
                .flatMap(result -> switch (result) {
                    case FinishResult.Settled(Optional<Integer> left) -> {
                        left.ifPresent(attempt.event()::budgetLeft);
                        yield Uni.createFrom().item(answer.told);
                    }
                    case FinishResult.Overtaken(String stored) ->
                        answers.open(attempt, stored, form, outcome.key())
                                .map(this::tellStored)
                                .orElseGet(this::lost);
                    case FinishResult.TokenGone _ -> refuse(new ApiException(ApiError.NO_TOKEN));
                    case FinishResult.Lost _, FinishResult.Released _ -> lost();
                });
    }

    private Uni<T> lost() {
        return refuse(new ApiException(ApiError.TIMEOUT));
    }

    private Uni<T> refuse(ApiException refusal) {
        return Uni.createFrom().failure(refusal);
    }

    /** What the work came to, what the caller learns of it, and that sealed. */
    private record Answer<T>(Outcome<T> outcome, T told, String sealed) {}
}
