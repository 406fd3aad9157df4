package io.traitgate.console.application;

import io.traitgate.console.admin.ProblemException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An API key and the secret its holder signs with. Printing one shows the key only.
 *
 * @param apiKey 1 to {@value #LONGEST_KEY} visible ASCII characters: it travels in a header
 * @param secret 1 to {@value #LONGEST_SECRET} bytes of UTF-8; used as text, also where it looks like hex
 */
record KeyPair(String apiKey, String secret) {

    static final int LONGEST_KEY = 128;
    static final int LONGEST_SECRET = 1024;

    /**
     * A pair that somebody brings along, such as {@code test} and {@code secret}.
     *
     * @throws ProblemException if it cannot be used
     */
    static KeyPair imported(@Nullable String apiKey, @Nullable String secret) {
        if (apiKey == null || !usableKey(apiKey)) {
            throw ProblemException.badRequest("apiKey must be 1 to " + LONGEST_KEY + " visible ASCII characters");
        }
        if (secret == null || !usableSecret(secret)) {
            throw ProblemException.badRequest("secret must be text of 1 to " + LONGEST_SECRET + " bytes in UTF-8");
        }
        return new KeyPair(apiKey, secret);
    }

    private static boolean usableKey(String apiKey) {
        return !apiKey.isEmpty()
                && apiKey.length() <= LONGEST_KEY
                && apiKey.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static boolean usableSecret(String secret) {
        return !secret.isEmpty()
                && StandardCharsets.UTF_8.newEncoder().canEncode(secret)
                && secret.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SECRET;
    }

    @Override
    public String toString() {
        return "KeyPair[apiKey=" + apiKey + "]";
    }
}
