package io.traitgate.local.stores;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody has to remember. */
public final class RandomSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private RandomSecret() {}

    /** 192 random bits in 32 characters of {@code A-Z a-z 0-9 - _}: they need no escaping in URLs, SQL or files. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
