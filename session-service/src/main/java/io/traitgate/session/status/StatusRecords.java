package io.traitgate.session.status;

import io.smallrye.mutiny.Uni;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Follows the topic {@code enrolment-status} and materialises it; offsets are committed after the transaction, so a
 * crash repeats records and loses none. As long as the database is away it tries the same batch again.
 */
@Singleton
final class StatusRecords {

    private static final Logger LOGGER = Logger.getLogger(StatusRecords.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final MaterialisedStatuses statuses;

    @Inject
    StatusRecords(MaterialisedStatuses statuses) {
        this.statuses = statuses;
    }

    @Incoming("enrolment-status")
    Uni<Void> materialise(ConsumerRecords<String, byte[]> records) {
        return statuses.store(StreamSupport.stream(records.spliterator(), false)
                        .flatMap(StatusRecords::readable)
                        .toList())
                .onFailure()
                .invoke(failure -> LOGGER.warnf("Statuses could not be stored: %s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    /** A record that nobody can read must not stop those behind it. */
    private static Stream<EnrolmentStatusRecord> readable(ConsumerRecord<String, byte[]> message) {
        return Optional.ofNullable(message.value()).stream().flatMap(value -> {
            try {
                return Stream.of(checked(EnrolmentStatusRecord.decode(value)));
            } catch (UncheckedIOException | IllegalArgumentException | NullPointerException unreadable) {
                LOGGER.errorf(
                        "Skipped an unreadable status at partition %d, offset %d",
                        message.partition(), message.offset());
                return Stream.empty();
            }
        });
    }

    private static EnrolmentStatusRecord checked(EnrolmentStatusRecord status) {
        status.toPerson();
        status.toModule();
        status.toVersion();
        String device = status.device();
        if (device != null && device.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL keeps no text with a zero character");
        }
        return status;
    }
}
