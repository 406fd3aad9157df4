package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.enrolment.BuildResult.Built;
import io.traitgate.modality.enrolment.BuildResult.Gone;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.store.Causes;
import io.traitgate.modality.store.StoreFailure;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Takes the records of an enrolment topic one after the other: builds, makes the status known, and only then lets the
 * offset be committed. A crash anywhere in between repeats steps that do no harm.
 *
 * <p>While a store is away or the lanes are full the record is tried again, the partition waits, and the order of a
 * person's records is kept. A record that cannot be built is buried with its reason.
 */
public final class EnrolmentConsumer {

    private static final Logger LOGGER = Logger.getLogger(EnrolmentConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ATTEMPTS_AT_THE_UNEXPECTED = 4;

    private final Module module;
    private final TemplateBuilder builder;
    private final StatusAnnouncer announcer;
    private final EnrolmentStatusStore statuses;
    private final EnrolmentMetrics metrics;

    EnrolmentConsumer(
            Module module,
            TemplateBuilder builder,
            StatusAnnouncer announcer,
            EnrolmentStatusStore statuses,
            EnrolmentMetrics metrics) {
        this.module = module;
        this.builder = builder;
        this.announcer = announcer;
        this.statuses = statuses;
        this.metrics = metrics;
    }

    /**
     * Handles a record.
     *
     * @return completes when the record may be committed; fails with {@link PoisonRecordException} when it belongs into
     *     the dead-letter topic
     */
    public Uni<Void> consume(byte[] value) {
        return Uni.createFrom()
                .item(() -> EnrolmentRecord.decode(value))
                .flatMap(record -> build(record)
                        .onFailure(EnrolmentConsumer::isTransient)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .indefinitely()
                        .onFailure(failure -> !(failure instanceof PoisonRecordException))
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .atMost(ATTEMPTS_AT_THE_UNEXPECTED)
                        .onFailure()
                        .recoverWithUni(failure -> bury(record, failure)));
    }

    private Uni<Void> build(EnrolmentRecord record) {
        Person person = record.toPerson();
        return builder.build(record).flatMap(result -> switch (result) {
            case Built built ->
                announcer.announce(person, built.version(), record.id()).invoke(() -> metrics.count(module, "built"));
            case Gone _ ->
                statuses.settlePending(person, module, record.id())
                        .replaceWithVoid()
                        .invoke(() -> metrics.count(module, "gone"));
        });
    }

    private Uni<Void> bury(EnrolmentRecord record, Throwable failure) {
        LOGGER.errorf(failure, "enrolment buried enrolment=%s", record.id());
        metrics.count(module, "buried");
        PoisonRecordException reason = failure instanceof PoisonRecordException poison
                ? poison
                : new PoisonRecordException(
                        "failed " + Causes.first(failure).getClass().getSimpleName());
        return statuses.settlePending(record.toPerson(), module, record.id())
                .onItemOrFailure()
                .transformToUni((_, _) -> Uni.createFrom().failure(reason));
    }

    /** Whether a later attempt may well succeed; the producer wraps what Kafka said in what its own retries say. */
    static boolean isTransient(Throwable failure) {
        if (failure instanceof PoisonRecordException) {
            return false;
        }
        return Causes.of(failure)
                        .anyMatch(cause -> cause instanceof TemplateChangedException
                                || cause instanceof KafkaException
                                || cause instanceof ApiException refused && refused.status() == 503)
                || StoreFailure.isUnreachable(failure);
    }
}
