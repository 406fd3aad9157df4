package io.traitgate.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * Seals bytes so that only a holder of the same keyset reads them, and nobody changes or moves them unnoticed.
 *
 * <p>The cipher is AES-256-GCM. The associated data name what the bytes are and whose: sealed bytes that are moved to
 * another person, module or version do not open. It does not hide the length, and does not stop a holder of the store
 * from putting back older bytes under the same associated data. With random nonces one keyset stays safe for some 2^32
 * sealings.
 */
public final class Sealer {
    private final Aead aead;

    Sealer(Aead aead) {
        this.aead = aead;
    }

    /**
     * Seals bytes.
     *
     * @param associatedData what the bytes are and whose; the same texts in the same order open them again
     */
    public byte[] seal(byte[] plain, String... associatedData) {
        try {
            return aead.encrypt(plain, Parts.join(associatedData));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws UnsealException for another key, other associated data, or changed bytes
     */
    public byte[] open(byte[] sealed, String... associatedData) {
        try {
            return aead.decrypt(sealed, Parts.join(associatedData));
        } catch (GeneralSecurityException refused) {
            throw new UnsealException(refused);
        }
    }
}
