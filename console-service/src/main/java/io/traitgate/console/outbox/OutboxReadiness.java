package io.traitgate.console.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everything has been published after the start, and as long as publishing works. */
@Singleton
@Readiness
final class OutboxReadiness implements HealthCheck {

    private final OutboxPublisher publisher;

    @Inject
    OutboxReadiness(OutboxPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(publisher.upToDate()).build();
    }
}
