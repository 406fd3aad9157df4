package io.traitgate.keys;

import com.google.crypto.tink.HybridDecrypt;
import java.security.GeneralSecurityException;

/** Opens what others sealed to this service with a {@link HybridSealer}. */
public final class Unsealer {
    private final HybridDecrypt decrypt;

    Unsealer(HybridDecrypt decrypt) {
        this.decrypt = decrypt;
    }

    /**
     * Opens bytes that were sealed to this service.
     *
     * @throws UnsealException for bytes sealed to another receiver, other associated data, or changed bytes
     */
    public byte[] open(byte[] sealed, String... associatedData) {
        try {
            return decrypt.decrypt(sealed, Parts.join(associatedData));
        } catch (GeneralSecurityException refused) {
            throw new UnsealException(refused);
        }
    }
}
