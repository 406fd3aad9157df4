package io.traitgate.keys;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;

/** The algorithms of Tink that keysets may name, registered once before the first use. */
final class Algorithms {
    private static final Configuration CONFIGURATION = register();

    private Algorithms() {}

    static Configuration configuration() {
        return CONFIGURATION;
    }

    private static Configuration register() {
        try {
            AeadConfig.register();
            MacConfig.register();
            HybridConfig.register();
            SignatureConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
