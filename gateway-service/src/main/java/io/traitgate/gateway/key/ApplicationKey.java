package io.traitgate.gateway.key;

import io.traitgate.contract.Permission;
import io.traitgate.contract.signature.SharedSecret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key pair that the gateway accepts.
 *
 * @param apiKey the public half
 * @param application the application it belongs to
 * @param permissions what it may do
 * @param secret the other half
 * @param validUntil when it stops working, for a pair that was replaced
 */
public record ApplicationKey(
        String apiKey,
        String application,
        Set<Permission> permissions,
        SharedSecret secret,
        Optional<Instant> validUntil) {

    public ApplicationKey {
        permissions = Set.copyOf(permissions);
    }

    /** Whether it still works. */
    public boolean validAt(Instant now) {
        return validUntil.map(now::isBefore).orElse(true);
    }
}
