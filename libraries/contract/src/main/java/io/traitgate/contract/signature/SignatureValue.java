package io.traitgate.contract.signature;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * A received signature: 32 bytes. Clients differ in how they write it, so white space around it, either base64
 * alphabet and missing padding are accepted.
 */
public final class SignatureValue {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private SignatureValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The signature in a header value; empty if it is not 32 bytes in base64. */
    public static Optional<SignatureValue> parse(String header) {
        String standard = header.strip().replace('-', '+').replace('_', '/');
        try {
            byte[] bytes = Base64.getDecoder().decode(standard);
            return bytes.length == LENGTH ? Optional.of(new SignatureValue(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is the computed one, in a time that does not depend on the answer. */
    boolean matches(byte[] computed) {
        return MessageDigest.isEqual(bytes, computed);
    }

    @Override
    public String toString() {
        return "SignatureValue[]";
    }
}
