package io.traitgate.console.application;

import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.Receiver;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.ServiceKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the secrets of key pairs: sealed by the console's master keyset in the database, sealed to the gateway on the
 * way there. The associated data binds each to its application and key, so that no row can take the place of another.
 * Whoever reads database and topics learns no secret; whoever holds the console's keysets as well learns all.
 */
@Singleton
final class SecretVault {

    private static final String STORED = "api-key-secret";
    private static final String PUBLISHED = "application-keys";

    private final Sealer master;
    private final HybridSealer gateway;

    @Inject
    SecretVault(ServiceKeys keys) {
        this.master = keys.master();
        this.gateway = keys.sealerTo(Receiver.GATEWAY);
    }

    byte[] seal(KeyPair pair, String application) {
        return master.seal(pair.secret().getBytes(StandardCharsets.UTF_8), STORED, application, pair.apiKey());
    }

    /** The secret of a key, sealed so that only the gateway can open it. */
    byte[] sealedToGateway(ApiKeyEntity key) {
        byte[] secret = master.open(key.sealedSecret(), STORED, key.applicationId(), key.apiKey());
        return gateway.seal(secret, PUBLISHED, key.apiKey());
    }
}
