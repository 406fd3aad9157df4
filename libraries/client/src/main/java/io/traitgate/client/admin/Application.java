package io.traitgate.client.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application with its keys, oldest first.
 *
 * @param id by which topics, events and settings name it
 * @param name how people call it
 * @param keys with states, without secrets
 */
public record Application(String id, String name, List<Key> keys) {
    /**
     * One key.
     *
     * @param apiKey the key
     * @param state {@code active}, {@code expiring} or {@code revoked}
     * @param permissions what it may do
     * @param validUntil the end of an expiring key; null for others
     */
    public record Key(
            String apiKey,
            String state,
            List<String> permissions,
            @Nullable Instant validUntil) {}
}
