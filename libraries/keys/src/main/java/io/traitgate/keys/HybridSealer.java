package io.traitgate.keys;

import com.google.crypto.tink.HybridEncrypt;
import java.security.GeneralSecurityException;

/**
 * Seals bytes to one receiver: whoever seals cannot open them again.
 *
 * <p>HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and AES-256-GCM. Anyone who holds the public bundle can seal,
 * so sealed bytes say nothing about who sent them. One sealing takes the better part of a millisecond.
 */
public final class HybridSealer {
    private final HybridEncrypt encrypt;

    HybridSealer(HybridEncrypt encrypt) {
        this.encrypt = encrypt;
    }

    /**
     * Seals bytes to the receiver.
     *
     * @param associatedData what the bytes are and whose; the receiver must give the same texts in the same order
     */
    public byte[] seal(byte[] plain, String... associatedData) {
        try {
            return encrypt.encrypt(plain, Parts.join(associatedData));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }
}
