package io.traitgate.console.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it: searchable columns in the clear, everything else sealed.
 *
 * @param details sealed by {@link EventVault}
 * @param media what was sent, sealed likewise; null where nothing is kept, and for rows of a list
 * @param erasures erase number of the person whose key sealed it; null where the master keyset did
 * @param wrappedKey that key; null where none is needed or it was destroyed, and in rows to be written
 */
@SuppressWarnings("ArrayRecordComponent")
record EventRow(
        UUID id,
        String requestId,
        String application,
        Instant time,
        String route,
        @Nullable String module,
        @Nullable String person,
        int status,
        byte[] details,
        byte @Nullable [] media,
        @Nullable Long erasures,
        byte @Nullable [] wrappedKey) {

    @Override
    public String toString() {
        return "EventRow[id=" + id + ", application=" + application + ", route=" + route + ", status=" + status + "]";
    }
}
