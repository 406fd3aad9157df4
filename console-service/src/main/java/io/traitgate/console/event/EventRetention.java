package io.traitgate.console.event;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.settings.RetentionDays;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Deletes the events that have been kept as long as their application wants, in small transactions, so that events that arrive meanwhile need
 * not wait. Several instances may do it at once.
 */
@Singleton
final class EventRetention {

    private static final Logger LOGGER = Logger.getLogger(EventRetention.class);
    private static final int BATCH = 1000;

    private final EventLog log;
    private final RetentionDays days;
    private final EventSettings settings;
    private final Clock clock;

    @Inject
    EventRetention(EventLog log, RetentionDays days, EventSettings settings, Clock clock) {
        this.log = log;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "{traitgate.events.retention-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> deleteOld() {
        Instant now = clock.instant();
        return days.ofApplications()
                .chain(own -> Multi.createFrom()
                        .iterable(own.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(one -> inBatches(() ->
                                log.deleteBefore(now.minus(Duration.ofDays(one.getValue())), BATCH, one.getKey())))
                        .collect()
                        .with(Collectors.summingInt(Integer::intValue))
                        .chain(deleted -> inBatches(
                                        () -> log.deleteBefore(now.minus(settings.retention()), BATCH, own.keySet()))
                                .map(others -> deleted + others)))
                .invoke(EventRetention::tell)
                .replaceWithVoid();
    }

    private static Uni<Integer> inBatches(Supplier<Uni<? extends Integer>> delete) {
        return Multi.createBy()
                .repeating()
                .uni(delete)
                .whilst(deleted -> deleted == BATCH)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private static void tell(int deleted) {
        if (deleted > 0) {
            LOGGER.infof("Deleted %d events that were kept long enough", deleted);
        }
    }
}
