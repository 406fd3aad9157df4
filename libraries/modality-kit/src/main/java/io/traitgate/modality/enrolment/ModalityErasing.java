package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.kit.erasure.PersonErasing;
import io.traitgate.modality.erasure.PersonTraces;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.store.Transactions;
import io.traitgate.modality.template.TemplateStore;
import java.time.Duration;
import java.util.List;

/**
 * Erases people from a modality.
 *
 * <p>One transaction, under the lock of the person's row, raises the number, destroys the keys below it and deletes the
 * rows. Who seals holds that row's share lock, so nothing is sealed for an older number after it; a record that was, is
 * skipped by the builder, and does not open. Redis follows, which keeps the status of a person who is not enrolled.
 */
final class ModalityErasing implements PersonErasing {

    private final PersonRepository people;
    private final PersonKeys keys;
    private final TemplateStore templates;
    private final InboxRepository inbox;
    private final PersonTraces traces;
    private final StatusAnnouncer announcer;
    private final Transactions transactions;

    ModalityErasing(
            PersonRepository people,
            PersonKeys keys,
            TemplateStore templates,
            InboxRepository inbox,
            PersonTraces traces,
            StatusAnnouncer announcer,
            Transactions transactions) {
        this.people = people;
        this.keys = keys;
        this.templates = templates;
        this.inbox = inbox;
        this.traces = traces;
        this.announcer = announcer;
        this.transactions = transactions;
    }

    @Override
    public Duration settling() {
        return PersonTraces.SETTLING;
    }

    @Override
    public Uni<List<Erasure>> unsettled(List<Erasure> erasures) {
        return transactions.read(() -> people.unsettled(erasures));
    }

    @Override
    public Uni<Void> erase(Erasure erasure) {
        Person person = new Person(erasure.application(), erasure.personId());
        return transactions
                .run(() -> remove(person, erasure.erasures()))
                .call(() -> traces.remove(person))
                .flatMap(generation -> announcer.announceDeletion(person, TemplateVersion.none(generation)));
    }

    @Override
    public Uni<Void> settle(Erasure erasure) {
        return transactions
                .run(() -> people.markSettled(erasure.personId(), erasure.erasures()))
                .replaceWithVoid();
    }

    /** Once the number has begun there is nothing older; what there is then belongs to somebody who enrolled again. */
    private Uni<Generation> remove(Person person, long number) {
        return people.raiseErasures(person, number)
                .flatMap(raised -> raised.isNew()
                        ? keys.destroyBefore(person, number)
                                .flatMap(_ -> templates.delete(person))
                                .flatMap(_ -> inbox.delete(person))
                                .replaceWith(raised.generation())
                        : Uni.createFrom().item(raised.generation()));
    }
}
