package io.traitgate.console.event;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Deletes the events that have been kept long enough, in small transactions, so that events that arrive meanwhile need
 * not wait. Several instances may do it at once.
 */
@Singleton
final class EventRetention {

    private static final Logger LOGGER = Logger.getLogger(EventRetention.class);
    private static final int BATCH = 1000;

    private final EventLog log;
    private final EventSettings settings;
    private final Clock clock;

    @Inject
    EventRetention(EventLog log, EventSettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "{traitgate.events.retention-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> deleteOld() {
        Instant oldest = clock.instant().minus(settings.retention());
        return Multi.createBy()
                .repeating()
                .uni(() -> log.deleteBefore(oldest, BATCH))
                .whilst(deleted -> deleted == BATCH)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(EventRetention::tell)
                .replaceWithVoid();
    }

    private static void tell(int deleted) {
        if (deleted > 0) {
            LOGGER.infof("Deleted %d events that were kept long enough", deleted);
        }
    }
}
