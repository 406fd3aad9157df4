package io.traitgate.kit.keys;

import io.traitgate.keys.CallerContextVerifier;
import io.traitgate.keys.ServiceKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the keys injectable. Each keyset is read when it is first injected: once, at start. */
final class KeysProducer {
    @Produces
    @Singleton
    ServiceKeys keys(KeysSettings settings) {
        return ServiceKeys.load(settings.directory(), settings.bundle());
    }

    @Produces
    @Singleton
    CallerContextVerifier callerContextVerifier(ServiceKeys keys, Clock clock) {
        return keys.callerContextVerifier(clock);
    }
}
