package io.traitgate.console.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a person's newest erasure has come.
 *
 * @param person the keyed hash
 * @param erasure its number
 * @param orderedAt when it was ordered
 * @param complete whether all installed services have confirmed it
 * @param services the installed services, by name
 */
record ErasureState(
        String application, String person, long erasure, Instant orderedAt, boolean complete, List<Service> services) {

    /** A service and when it has confirmed; null as long as it has not. */
    record Service(String name, @Nullable Instant confirmedAt) {}
}
