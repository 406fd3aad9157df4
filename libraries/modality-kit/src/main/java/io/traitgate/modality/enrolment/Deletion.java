package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.attempt.StoredAnswers;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.store.Transactions;
import io.traitgate.modality.template.TemplateStore;

/**
 * Deletes a person from one module: template, samples, whatever is still on its way to them, and the answers that repeated
 * calls would get.
 *
 * <p>The person's next generation begins in the transaction that removes the rows, so a record accepted before is never
 * built afterwards. What a crash leaves out after that transaction, the watchdog makes up for.
 */
public final class Deletion {

    private final Module module;
    private final PersonRepository people;
    private final TemplateStore templates;
    private final InboxRepository inbox;
    private final EnrolmentStatusStore statuses;
    private final StatusAnnouncer announcer;
    private final StoredAnswers answers;
    private final Transactions transactions;

    Deletion(
            Module module,
            PersonRepository people,
            TemplateStore templates,
            InboxRepository inbox,
            EnrolmentStatusStore statuses,
            StatusAnnouncer announcer,
            StoredAnswers answers,
            Transactions transactions) {
        this.module = module;
        this.people = people;
        this.templates = templates;
        this.inbox = inbox;
        this.statuses = statuses;
        this.announcer = announcer;
        this.answers = answers;
        this.transactions = transactions;
    }

    /** Deletes the person. Fails with 424/107 when there is nothing of them. */
    public Uni<Void> delete(Person person) {
        return statuses.find(person, module)
                .flatMap(status -> transactions.run(
                        () -> remove(person, status.state() != EnrolmentState.NOT_ENROLLED || status.pending() > 0)))
                .flatMap(generation -> announce(person, generation));
    }

    /** Makes the person's newest generation known and notes that it was. */
    Uni<Void> announce(Person person, Generation generation) {
        return announcer
                .announceDeletion(person, TemplateVersion.none(generation))
                .flatMap(_ -> answers.drop(person, module, generation))
                .flatMap(_ -> transactions.run(() -> people.markAnnounced(person, generation)))
                .replaceWithVoid();
    }

    private Uni<Generation> remove(Person person, boolean known) {
        return people.raiseDeletions(person)
                .flatMap(generation -> templates
                        .delete(person)
                        .flatMap(rows -> inbox.delete(person).map(more -> rows + more))
                        .map(rows -> {
                            if (rows == 0 && !known) {
                                throw new ApiException(ApiError.USER_NOT_FOUND);
                            }
                            return generation;
                        }));
    }
}
