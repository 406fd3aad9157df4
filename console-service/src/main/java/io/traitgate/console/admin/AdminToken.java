package io.traitgate.console.admin;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The one credential of the admin API. Built at start: without a token of at least {@value #SHORTEST} characters the
 * service does not come up. Only the digest of the token is kept, and compared in constant time; it defends against
 * guessing and timing, not against a reader of the token file.
 *
 * <p>Behind a proxy, since the framework makes the filter that uses it before there is any configuration.
 */
@ApplicationScoped
@Startup
final class AdminToken {

    static final int SHORTEST = 16;

    private final byte[] digest;

    @Inject
    AdminToken(AdminConfig config) {
        this(config.tokenFile().map(AdminToken::read).or(config::token).orElse(""));
    }

    AdminToken(String token) {
        String stripped = token.strip();
        if (stripped.length() < SHORTEST) {
            throw new IllegalStateException("The admin API needs a bearer token of at least " + SHORTEST
                    + " characters: set traitgate.admin.token-file to a file which holds one,"
                    + " or the environment variable TRAITGATE_ADMIN_TOKEN");
        }
        digest = sha256(stripped);
    }

    boolean matches(String presented) {
        return MessageDigest.isEqual(digest, sha256(presented));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("The file of traitgate.admin.token-file cannot be read: " + file, e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
