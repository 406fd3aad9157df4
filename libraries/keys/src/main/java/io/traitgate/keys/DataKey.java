package io.traitgate.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * One AES-256-GCM key of its own, for instance a person's: destroying its wrapped form makes what it sealed unreadable.
 *
 * <p>It is stored only wrapped, which is sealed by the service's master keyset. Rotating the master wraps it again and
 * touches nothing that it sealed.
 */
public final class DataKey {
    private static final int KEY_BYTES = 32;
    private static final AesGcmParameters PARAMETERS = parameters();

    private final SecretBytes key;

    private DataKey(SecretBytes key) {
        this.key = key;
    }

    /** Makes a new random key. */
    public static DataKey generate() {
        return new DataKey(SecretBytes.randomBytes(KEY_BYTES));
    }

    /**
     * Opens a wrapped key.
     *
     * @throws UnsealException if the master or the associated data are not those it was wrapped with
     */
    public static DataKey unwrap(Sealer master, byte[] wrapped, String... associatedData) {
        return new DataKey(SecretBytes.copyFrom(master.open(wrapped, associatedData), InsecureSecretKeyAccess.get()));
    }

    /**
     * Seals this key with the master, which is the only form it may be stored in.
     *
     * @param associatedData whose key it is, such as application, person and generation
     */
    public byte[] wrap(Sealer master, String... associatedData) {
        return master.seal(key.toByteArray(InsecureSecretKeyAccess.get()), associatedData);
    }

    /** What seals with this key. */
    @AccessesPartialKey
    public Sealer sealer() {
        try {
            AesGcmKey aesGcm = AesGcmKey.builder()
                    .setParameters(PARAMETERS)
                    .setKeyBytes(key)
                    .build();
            KeysetHandle keyset = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(aesGcm).withFixedId(1).makePrimary())
                    .build();
            return new Sealer(keyset.getPrimitive(Algorithms.configuration(), Aead.class));
        } catch (GeneralSecurityException wrongSize) {
            throw new IllegalStateException("The wrapped bytes are no data key", wrongSize);
        }
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
