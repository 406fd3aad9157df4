package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.kit.settings.ApplicationSettings;
import io.traitgate.modality.enrolment.EnrolmentSettings;
import io.traitgate.modality.enrolment.ServingTemplates;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.token.IssuedToken;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one place through which every call that enrols or authenticates passes, after its session was found and before its
 * media are looked at. It guarantees, whatever the modality and however many instances run:
 *
 * <ul>
 *   <li>The same bytes are worked on once. A repeat waits for the first, and gets its stored answer as long as the session
 *       lives: a captured request is answered from memory and never scored anew.
 *   <li>Failed authentications are budgeted, see {@link BudgetRules}; what is running counts as failed until it is settled.
 *   <li>Of a person's failures only some are told with their score; the others are answered without.
 *   <li>A token that was checked is consumed by the answer it was checked for, and by no other.
 *   <li>An answer counts only if it was settled in time and nobody deleted the person meanwhile. A call that came to none,
 *       for whatever reason, costs nothing.
 *   <li>A call ends within its time, with 500/170 past it.
 * </ul>
 *
 * <p>It costs one script before the work and one after it. Everything fails with 503/120 when Redis is away.
 */
@Singleton
public final class Attempts {

    private final AttemptScripts scripts;
    private final StoredAnswers answers;
    private final KnownDevices devices;
    private final ApplicationSettings settings;
    private final EnrolmentSettings enrolment;
    private final Pauses pauses;

    Attempts(
            AttemptScripts scripts,
            StoredAnswers answers,
            KnownDevices devices,
            ApplicationSettings settings,
            EnrolmentSettings enrolment,
            Vertx vertx) {
        this.scripts = scripts;
        this.answers = answers;
        this.devices = devices;
        this.settings = settings;
        this.enrolment = enrolment;
        this.pauses = new Pauses(vertx);
    }

    /**
     * Runs an enrolment.
     *
     * @param form the answer's class
     * @param work makes the answer; begun once at most
     */
    public <T> Uni<T> enrol(Attempt attempt, Class<T> form, Supplier<Uni<Outcome<T>>> work) {
        return Uni.createFrom()
                .deferred(() -> new AttemptRun<>(
                                scripts,
                                answers,
                                pauses,
                                TemplateSearch.NONE,
                                attempt,
                                new Terms.Enrolment(),
                                form,
                                _ -> work.get())
                        .start());
    }

    /**
     * Runs an authentication: 424 without a template, which is waited for while the first one is being built, 429 without
     * an attempt left, and, as the rule wants, 460 without a token.
     *
     * @param token how the token is judged beforehand
     * @param templates the module's
     * @param form the answer's class
     * @param work makes the answer from the session's newest token; begun once at most
     */
    public <T> Uni<T> authenticate(
            Attempt attempt,
            TokenRule token,
            ServingTemplates templates,
            Class<T> form,
            Function<Optional<IssuedToken>, Uni<Outcome<T>>> work) {
        return Uni.createFrom().deferred(() -> {
            Terms terms = new Terms.Authentication(
                    token,
                    devices.name(attempt.session()),
                    BudgetRules.of(settings.forApplication(attempt.person().application())));
            TemplateSearch search = new TemplateSearch(templates::remind, enrolment.patience());
            return new AttemptRun<>(scripts, answers, pauses, search, attempt, terms, form, work).start();
        });
    }

    /** The key in Redis of a person's attempt budget in a module, for whoever erases them. */
    public static String budgetKey(Person person, Module module) {
        return AttemptScripts.budgetKey(person, module);
    }
}
