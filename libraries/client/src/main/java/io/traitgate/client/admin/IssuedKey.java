package io.traitgate.client.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that was made or imported.
 *
 * @param application whose key it is
 * @param apiKey the key
 * @param secret told this once; null for an imported pair, whose owner knows it
 * @param permissions what the key may do
 * @param replaces the key it takes the place of; null unless rotated
 * @param replacedValidUntil how long that one stays good; null unless rotated
 */
public record IssuedKey(
        Owner application,
        String apiKey,
        @Nullable String secret,
        List<String> permissions,
        @Nullable String replaces,
        @Nullable Instant replacedValidUntil) {

    /** An application by id and name. */
    public record Owner(String id, String name) {}

    /** Without the secret. */
    @Override
    public String toString() {
        return "IssuedKey[application=" + application.id() + ", apiKey=" + apiKey + ']';
    }
}
