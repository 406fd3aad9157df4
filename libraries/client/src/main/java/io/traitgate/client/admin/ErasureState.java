package io.traitgate.client.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a user's newest erasure has come.
 *
 * @param application its id
 * @param person the user by keyed hash
 * @param erasure counts the user's erasures
 * @param orderedAt when it was ordered
 * @param complete whether all installed services have confirmed it
 * @param services the installed services
 */
public record ErasureState(
        String application, String person, long erasure, Instant orderedAt, boolean complete, List<Service> services) {

    /**
     * A service that keeps something of users.
     *
     * @param name such as {@code face}
     * @param confirmedAt when it had erased the user; null as long as it has not
     */
    public record Service(String name, @Nullable Instant confirmedAt) {}
}
