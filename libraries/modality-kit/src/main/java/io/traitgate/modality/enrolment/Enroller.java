package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.keys.PersonHash;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.seal.PersonKey;
import io.traitgate.modality.seal.PersonKeys;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Takes accepted samples in: once {@link #accept} completes, the brokers have them and a template will follow, whatever
 * crashes meanwhile.
 */
public final class Enroller {

    private static final Logger LOGGER = Logger.getLogger(Enroller.class);
    static final String SEALED_AS = "enrolment";

    private final Module module;
    private final PersonHash hash;
    private final PersonKeys keys;
    private final Transactions transactions;
    private final EnrolmentStatusStore statuses;
    private final TopicWriter topic;
    private final EnrolmentMetrics metrics;
    private final InstantSource clock;

    Enroller(
            Module module,
            PersonHash hash,
            PersonKeys keys,
            Transactions transactions,
            EnrolmentStatusStore statuses,
            TopicWriter topic,
            EnrolmentMetrics metrics,
            InstantSource clock) {
        this.module = module;
        this.hash = hash;
        this.keys = keys;
        this.transactions = transactions;
        this.statuses = statuses;
        this.topic = topic;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes the samples in. Fails with 503/120 when PostgreSQL or Redis is away and with 500/104 when Kafka is; then the
     * same call may come again, which never counts twice.
     *
     * @return the person's key, under which the samples were sealed
     */
    public Uni<PersonKey> accept(Acceptance acceptance) {
        Person person = acceptance.session().person();
        return transactions
                .run(() -> keys.holdForSealing(person, module)
                        .flatMap(key -> seal(acceptance, key).map(record -> new Kept(record, key))))
                .flatMap(kept -> append(person, kept.record).replaceWith(kept.key))
                .invoke(() -> metrics.count(module, "accepted"));
    }

    /**
     * Asks for the person's kept samples to be embedded by the current model; the old template stays until then.
     *
     * @param version the template that is out of date
     * @param model the current model
     */
    Uni<Void> rebuild(Person person, TemplateVersion version, String model) {
        Generation generation = version.generation();
        String id = hash.derive(
                "rebuild",
                person.id().value(),
                Long.toString(generation.erasures()),
                Long.toString(generation.deletions()),
                Long.toString(version.number()),
                model);
        return append(person, EnrolmentRecord.of(id, person, generation, clock.instant(), null));
    }

    private Uni<EnrolmentRecord> seal(Acceptance acceptance, PersonKey key) {
        String id = enrolmentId(acceptance, key.generation());
        Instant now = clock.instant();
        return Transactions.aside(() -> key.seal(
                        EnrolmentRecord.Samples.of(acceptance.samples()).encode(), SEALED_AS, id))
                .map(bytes -> EnrolmentRecord.of(id, acceptance.session().person(), key.generation(), now, bytes));
    }

    private String enrolmentId(Acceptance acceptance, Generation generation) {
        return hash.derive(
                "enrolment",
                acceptance.session().person().application(),
                Long.toString(generation.erasures()),
                Long.toString(generation.deletions()),
                acceptance.session().id().text(),
                acceptance.path(),
                acceptance.bodyHash());
    }

    /** Once begun it goes to its end, also when the caller's time is over: a record that is pending has to be settled. */
    private Uni<Void> append(Person person, EnrolmentRecord record) {
        Uni<Void> whole = begin(person, record);
        return Uni.createFrom().emitter(emitter -> whole.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Void> begin(Person person, EnrolmentRecord record) {
        return statuses.addPending(person, module, record.id(), record.generation(), clock.millis())
                .flatMap(_ -> topic.write(person.id().value(), record.encode())
                        .onFailure()
                        .recoverWithUni(failure -> withdrawn(person, record, failure)))
                .flatMap(place -> placed(person, record, place));
    }

    /** The record may still arrive; it is then built as any other, and the repeat of the call has the same id. */
    private Uni<RecordMetadata> withdrawn(Person person, EnrolmentRecord record, Throwable failure) {
        LOGGER.warnf("enrolment not produced cause=%s", failure.getClass().getSimpleName());
        return statuses.settlePending(person, module, record.id())
                .onItemOrFailure()
                .transformToUni((_, _) -> Uni.createFrom().failure(new ApiException(ApiError.CANNOT_ENROL)));
    }

    /** Where the record lies only helps the watchdog: the record is safe, so a failure here fails nothing. */
    private Uni<Void> placed(Person person, EnrolmentRecord record, RecordMetadata place) {
        return statuses.placePending(person, module, record.id(), place.partition(), place.offset())
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private record Kept(EnrolmentRecord record, PersonKey key) {}
}
