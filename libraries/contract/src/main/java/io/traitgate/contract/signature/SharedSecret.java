package io.traitgate.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret half of a key pair, ready to compute with. It is taken as text, also where it looks like hexadecimal.
 * Immutable; the secret cannot be read back.
 */
public final class SharedSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final Key key;
    private final Key foldedKey;
    private final boolean ascii;

    private SharedSecret(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.foldedKey = new SecretKeySpec(CodeUnitFolding.fold(secret), ALGORITHM);
        this.ascii = bytes.length == secret.length();
    }

    /**
     * The secret with this text.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static SharedSecret of(String secret) {
        return new SharedSecret(secret);
    }

    /**
     * A secret that nobody knows: requests under unknown keys are verified against one, so that they take as long
     * as those under known keys.
     */
    public static SharedSecret unknown(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new SharedSecret(HexFormat.of().formatHex(bytes));
    }

    /** Whether both schemes use the same key. */
    boolean ascii() {
        return ascii;
    }

    Mac mac() {
        return mac(key);
    }

    /** For the web scheme, which folds the secret as it folds the message. */
    Mac foldedMac() {
        return mac(foldedKey);
    }

    private static Mac mac(Key key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SharedSecret[]";
    }
}
