package io.traitgate.kit.topic;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when every compacted topic was read to its end once. A broker that goes away later changes nothing. */
@Readiness
@Singleton
final class CompactedTopicsReadiness implements HealthCheck {
    private final CompactedTopics topics;

    CompactedTopicsReadiness(CompactedTopics topics) {
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("topics");
        boolean ready = true;
        for (TopicFollower topic : topics.followers()) {
            ready &= topic.caughtUp();
            response.withData(topic.name(), topic.caughtUp() ? "read" : "reading");
        }
        return response.status(ready).build();
    }
}
