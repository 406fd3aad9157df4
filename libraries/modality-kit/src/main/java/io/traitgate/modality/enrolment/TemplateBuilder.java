package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiException;
import io.traitgate.keys.UnsealException;
import io.traitgate.modality.enrolment.BuildResult.Built;
import io.traitgate.modality.enrolment.BuildResult.Gone;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKey;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.store.Transactions;
import io.traitgate.modality.template.StoredSample;
import io.traitgate.modality.template.StoredTemplate;
import io.traitgate.modality.template.Template;
import io.traitgate.modality.template.TemplateEntry;
import io.traitgate.modality.template.TemplateStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Builds one record into its person's template: reads what is there, embeds outside of any transaction, and then in one
 * transaction notes the enrolment, writes the template and keeps the samples. Only reads the person's generation: what
 * was accepted in an older one is skipped.
 */
final class TemplateBuilder {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Modality modality;
    private final PersonKeys keys;
    private final TemplateStore templates;
    private final InboxRepository inbox;
    private final Transactions transactions;
    private final InstantSource clock;

    TemplateBuilder(
            Modality modality,
            PersonKeys keys,
            TemplateStore templates,
            InboxRepository inbox,
            Transactions transactions,
            InstantSource clock) {
        this.modality = modality;
        this.keys = keys;
        this.templates = templates;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Builds the record; again and again, if need be, with the same result. */
    Uni<BuildResult> build(EnrolmentRecord record) {
        return transactions
                .read(() -> load(record))
                .flatMap(loaded -> loaded.map(found -> embed(found)
                                .flatMap(template -> transactions.run(() -> write(record, found, template))))
                        .orElseGet(() -> Uni.createFrom().item(new Gone())));
    }

    private Module module() {
        return modality.module();
    }

    /** What there is before the build; empty when the person was erased or deleted since. */
    private Uni<Optional<Loaded>> load(EnrolmentRecord record) {
        Person person = record.toPerson();
        return keys.find(person, module()).flatMap(found -> {
            if (found.isEmpty() || record.generation().isBefore(found.get().generation())) {
                return Uni.createFrom().item(Optional.empty());
            }
            PersonKey key = found.get();
            return Transactions.aside(() -> open(record, key))
                    .flatMap(arrived -> templates
                            .find(person, key)
                            .flatMap(stored -> outdated(person, key, stored)
                                    .map(kept -> Optional.of(new Loaded(person, stored, kept, arrived)))));
        });
    }

    /** The samples that the current model has not embedded yet; none as long as the model stays. */
    private Uni<List<StoredSample>> outdated(Person person, PersonKey key, Optional<StoredTemplate> stored) {
        return stored.isPresent() && !isCurrent(stored.get())
                ? templates.samples(person, key)
                : Uni.createFrom().item(List.of());
    }

    private boolean isCurrent(StoredTemplate stored) {
        return stored.template().model().equals(modality.embedder().model());
    }

    private List<StoredSample> open(EnrolmentRecord record, PersonKey key) {
        byte[] sealed = record.sealed();
        if (sealed == null) {
            return List.of();
        }
        try {
            var samples = EnrolmentRecord.Samples.decode(key.open(sealed, Enroller.SEALED_AS, record.id()))
                    .samples();
            return IntStream.range(0, samples.size())
                    .mapToObj(i -> new StoredSample(
                            record.id(),
                            i,
                            record.acceptedInstant(),
                            samples.get(i).quality(),
                            samples.get(i).mediaHash(),
                            samples.get(i).encoded()))
                    .toList();
        } catch (UnsealException e) {
            throw new PoisonRecordException("enrolment record does not open", e);
        }
    }

    /**
     * The template with the arrived samples, embedded one after the other: a record takes one place in the queue of the
     * lanes, however many samples it holds. All of it is made anew from the kept samples when the model has changed.
     */
    private Uni<Template> embed(Loaded loaded) {
        Template base = loaded.stored
                .filter(this::isCurrent)
                .map(StoredTemplate::template)
                .orElseGet(() -> Template.empty(modality.embedder().model()));
        List<Uni<TemplateEntry>> entries = Stream.concat(loaded.outdated.stream(), loaded.arrived.stream())
                .filter(sample -> !base.holds(sample.mediaHash()))
                .map(this::embed)
                .toList();
        return entries.isEmpty()
                ? Uni.createFrom().item(base)
                : Uni.join().all(entries).usingConcurrencyOf(1).andFailFast().map(base::with);
    }

    /** Waits for a lane here, so that what the record's other samples have taken already is not lost. */
    private Uni<TemplateEntry> embed(StoredSample sample) {
        return Uni.createFrom()
                .completionStage(() -> modality.embedder().embed(sample.encoded()))
                .onFailure(TemplateBuilder::saysBusy)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .map(sample::embeddedAs);
    }

    private static boolean saysBusy(Throwable failure) {
        return failure instanceof ApiException refused && refused.status() == 503;
    }

    private Uni<BuildResult> write(EnrolmentRecord record, Loaded loaded, Template template) {
        return keys.holdForSealing(loaded.person, module()).flatMap(key -> {
            if (record.generation().isBefore(key.generation())) {
                return Uni.createFrom().item(new Gone());
            }
            TemplateVersion before =
                    loaded.stored.map(StoredTemplate::version).orElse(TemplateVersion.none(key.generation()));
            return inbox.add(record.id(), loaded.person, clock.instant())
                    .flatMap(isNew -> isNew
                            ? change(loaded, key, before, template)
                            : templates
                                    .find(loaded.person, key)
                                    .map(it -> it.map(StoredTemplate::version).orElse(before)))
                    .map(Built::new);
        });
    }

    private Uni<TemplateVersion> change(Loaded loaded, PersonKey key, TemplateVersion before, Template template) {
        if (loaded.isUnchangedBy(template)) {
            return Uni.createFrom().item(before);
        }
        boolean serves = before.exists()
                || template.recordings() >= modality.minimumSamples().applyAsInt(loaded.person.application());
        TemplateVersion version = serves ? before.next() : before;
        return templates
                .replace(loaded.person, key, loaded.stored, version, template)
                .flatMap(replaced -> replaced
                        ? templates.keep(loaded.person, key, loaded.newIn(template), modality.samplesKept())
                        : Uni.createFrom().failure(new TemplateChangedException()))
                .replaceWith(version);
    }

    /** What there is before a build. */
    private record Loaded(
            Person person, Optional<StoredTemplate> stored, List<StoredSample> outdated, List<StoredSample> arrived) {

        /** Whether there is nothing to write: only known recordings arrived, or nothing could be embedded. */
        boolean isUnchangedBy(Template template) {
            return stored.map(it -> it.template().model().equals(template.model())
                                    && it.template().hasSameSamplesAs(template))
                            .orElse(false)
                    || template.size() == 0;
        }

        /** The arrived samples that made it into the template. */
        List<StoredSample> newIn(Template template) {
            return arrived.stream()
                    .filter(sample -> template.entries().stream()
                            .anyMatch(entry -> entry.enrolment().equals(sample.enrolment())
                                    && entry.ordinal() == sample.ordinal()))
                    .toList();
        }
    }
}
