package io.traitgate.keys;

import io.traitgate.contract.Permission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * What the gateway found out about a call: who calls, what the key may do, and exactly which request was verified.
 *
 * @param application id of the application that the API key belongs to
 * @param apiKey the key, which names the pair and is no secret
 * @param permissions what the key may do
 * @param requestId UUIDv7 of the call
 * @param method HTTP method in upper case
 * @param path canonical path of the route
 * @param bodySha256 SHA-256 of the raw body, 64 lower-case hexadecimal digits
 * @param issuedAt when the gateway signed it, in milliseconds
 */
public record CallerContext(
        String application,
        String apiKey,
        Set<Permission> permissions,
        String requestId,
        String method,
        String path,
        String bodySha256,
        Instant issuedAt) {

    public CallerContext {
        permissions = Set.copyOf(permissions);
        if (HexFormat.of().parseHex(bodySha256).length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes");
        }
    }

    /** Whether the key may do it. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The hash of a body in the form that {@link #bodySha256} has. Takes about 1 ms for 1 MiB. */
    public static String hashOf(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
