package io.traitgate.console.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.event.EventSeal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from their topic into the log. Opening and sealing happen on a worker, since a batch takes many
 * milliseconds. As long as the database is away the same batch is tried again; a record that nobody can open is
 * reported and skipped, since no later try would fare better.
 */
@Singleton
final class EventRecords {

    private static final Logger LOGGER = Logger.getLogger(EventRecords.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final EventSeal arriving;
    private final Unsealer unsealer;
    private final EventVault vault;
    private final EventLog log;

    @Inject
    EventRecords(EventSeal arriving, ServiceKeys keys, EventVault vault, EventLog log) {
        this.arriving = arriving;
        this.unsealer = keys.unsealer();
        this.vault = vault;
        this.log = log;
    }

    @Incoming("event-log")
    Uni<Void> store(ConsumerRecords<String, byte[]> records) {
        return resealed(records)
                .chain(log::add)
                .onFailure()
                .invoke(failure -> LOGGER.warnf("Events could not be stored: %s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private Uni<List<EventRow>> resealed(ConsumerRecords<String, byte[]> records) {
        return Multi.createFrom()
                .items(() -> StreamSupport.stream(records.spliterator(), false))
                .map(this::resealed)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList()
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<EventRow> resealed(ConsumerRecord<String, byte[]> message) {
        @Nullable String application = message.key();
        byte @Nullable [] value = message.value();
        if (application == null || value == null) {
            return skipped(message, "key or value is missing");
        }
        try {
            return Optional.of(vault.seal(arriving.open(application, value, unsealer)));
        } catch (UnsealException | IOException | IllegalArgumentException unreadable) {
            return skipped(message, unreadable.getClass().getSimpleName());
        }
    }

    private static Optional<EventRow> skipped(ConsumerRecord<String, byte[]> message, String why) {
        LOGGER.errorf(
                "Skipped an unreadable event at partition %d, offset %d: %s",
                message.partition(), message.offset(), why);
        return Optional.empty();
    }
}
