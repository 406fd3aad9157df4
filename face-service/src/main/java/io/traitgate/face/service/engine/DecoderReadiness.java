package io.traitgate.face.service.engine;

import io.traitgate.media.pool.DecoderPool;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a decoder worker can take items. */
@Readiness
@Singleton
final class DecoderReadiness implements HealthCheck {

    private final DecoderPool decoder;

    DecoderReadiness(DecoderPool decoder) {
        this.decoder = decoder;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("decoder").status(decoder.isReady()).build();
    }
}
