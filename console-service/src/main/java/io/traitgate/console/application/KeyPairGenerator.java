package io.traitgate.console.application;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Makes key pairs nobody can guess: the key a random UUID in lower case, the secret 256 random bits in hex. */
@Singleton
final class KeyPairGenerator {

    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    KeyPair next() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new KeyPair(UUID.randomUUID().toString(), HexFormat.of().formatHex(secret));
    }
}
