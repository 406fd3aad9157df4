package io.traitgate.console.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.console.people.PersonKey;
import io.traitgate.console.people.PersonKeys;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventSeal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final PersonKeys people;
    private final EventVault vault;
    private final EventLog log;
    private final TakenOffsets taken;

    @Inject
    EventRecords(
            EventSeal arriving,
            ServiceKeys keys,
            PersonKeys people,
            EventVault vault,
            EventLog log,
            TakenOffsets taken) {
        this.arriving = arriving;
        this.unsealer = keys.unsealer();
        this.people = people;
        this.vault = vault;
        this.log = log;
        this.taken = taken;
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
                .indefinitely()
                .invoke(() -> taken.note(records));
    }

    private Uni<List<EventRow>> resealed(ConsumerRecords<String, byte[]> records) {
        return onWorker(() -> StreamSupport.stream(records.spliterator(), false)
                        .map(this::opened)
                        .flatMap(Optional::stream)
                        .toList())
                .chain(events -> people.current(applicationsByPerson(events))
                        .chain(keys -> onWorker(() -> events.stream()
                                .map(event -> sealed(event, keys))
                                .flatMap(Optional::stream)
                                .toList())));
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static SortedMap<String, String> applicationsByPerson(List<ApiEvent> events) {
        SortedMap<String, String> applications = new TreeMap<>();
        for (ApiEvent event : events) {
            @Nullable String person = event.person();
            if (person != null) {
                applications.put(person, event.application());
            }
        }
        return applications;
    }

    private Optional<ApiEvent> opened(ConsumerRecord<String, byte[]> message) {
        @Nullable String application = message.key();
        byte @Nullable [] value = message.value();
        if (application == null || value == null) {
            return skipped(message, "key or value is missing");
        }
        try {
            ApiEvent event = arriving.open(application, value, unsealer);
            UUID.fromString(event.id());
            if (event.person() != null) {
                new PersonId(event.person());
            }
            return Optional.of(event);
        } catch (UnsealException | IOException | IllegalArgumentException unreadable) {
            return skipped(message, unreadable.getClass().getSimpleName());
        }
    }

    /** The row of an event; none for one about somebody who was erased after the call. */
    private Optional<EventRow> sealed(ApiEvent event, Map<String, PersonKey> keys) {
        @Nullable PersonKey key = event.person() == null ? null : keys.get(event.person());
        if (key != null && key.isErased(event.time())) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.seal(event, key));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Optional<ApiEvent> skipped(ConsumerRecord<String, byte[]> message, String why) {
        LOGGER.errorf(
                "Skipped an unreadable event at partition %d, offset %d: %s",
                message.partition(), message.offset(), why);
        return Optional.empty();
    }
}
