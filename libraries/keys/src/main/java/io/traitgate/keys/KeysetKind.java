package io.traitgate.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import java.security.GeneralSecurityException;

/** What keysets there are and which algorithm each uses. */
enum KeysetKind {
    /** Seals what one service stores. */
    MASTER("master.json"),
    /** Seals what several services read in Redis: one keyset, a copy for each of them. */
    SESSION("session.json"),
    /** Hashes people: one keyset, a copy for each service that names people. */
    PERSON("person.json"),
    /** Opens what was sealed to the service. */
    DECRYPTION("decryption.json"),
    /** Signs caller contexts. */
    SIGNING("signing.json");

    private final String fileName;

    KeysetKind(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    Parameters parameters() {
        return switch (this) {
            case MASTER, SESSION -> PredefinedAeadParameters.AES256_GCM;
            case PERSON -> hmac();
            case DECRYPTION -> hpke();
            case SIGNING -> PredefinedSignatureParameters.ED25519;
        };
    }

    /** Without Tink's key id in front: a person id is the bare hash, and its key never rotates. */
    private static Parameters hmac() {
        try {
            return HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(32)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Parameters hpke() {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
