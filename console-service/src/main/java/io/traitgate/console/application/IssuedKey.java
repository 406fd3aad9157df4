package io.traitgate.console.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that made a key pair: the only time its secret is told. Printing it shows no secret.
 *
 * @param application whose key it is
 * @param apiKey the new key
 * @param secret its secret; absent for an imported pair, whose owner knows it
 * @param permissions what the key may do
 * @param replaces the older key of a rotation
 * @param replacedValidUntil how long the older key stays good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IssuedKey(
        Owner application,
        String apiKey,
        @Nullable String secret,
        List<String> permissions,
        @Nullable String replaces,
        @Nullable Instant replacedValidUntil) {

    /** An application by id and name. */
    record Owner(String id, String name) {}

    @Override
    public String toString() {
        return "IssuedKey[application=" + application.id() + ", apiKey=" + apiKey + "]";
    }
}
