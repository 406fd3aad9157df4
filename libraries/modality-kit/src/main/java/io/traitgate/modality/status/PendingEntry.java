package io.traitgate.modality.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted record that is not built yet, as the watchdog sees it.
 *
 * @param key the status it belongs to
 * @param enrolment the enrolment id
 * @param value what the status holds for it: "erasures deletions accepted-ms partition offset"; absent once settled
 */
public record PendingEntry(
        String key, String enrolment, @Nullable String value) {

    /** Whether it is pending no more. */
    public boolean isSettled() {
        return value == null;
    }

    /** Whether the brokers have said where the record is. */
    public boolean isPlaced() {
        return partition() >= 0;
    }

    /** The record's partition, or -1. */
    public int partition() {
        return (int) number(3);
    }

    /** The record's offset, or -1. */
    public long offset() {
        return number(4);
    }

    /** Whether it was accepted before a time. */
    public boolean isOlderThan(Instant time) {
        return number(2) < time.toEpochMilli();
    }

    private long number(int index) {
        return value == null ? -1 : Long.parseLong(value.split(" ", -1)[index]);
    }
}
