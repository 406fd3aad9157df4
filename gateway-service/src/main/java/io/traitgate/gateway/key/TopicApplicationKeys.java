package io.traitgate.gateway.key;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.topic.CompactedTopic;
import io.traitgate.kit.topic.CompactedTopics;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key pairs of topic {@code application-keys}, unsealed and held in memory. A revoked pair stops working as soon
 * as its tombstone arrives. While Kafka is away the known pairs go on working.
 */
@Singleton
final class TopicApplicationKeys implements ApplicationKeys {

    private final CompactedTopics topics;
    private final ObjectMapper json;
    private final Unsealer unsealer;
    private volatile @Nullable CompactedTopic<ApplicationKey> topic;

    TopicApplicationKeys(CompactedTopics topics, ObjectMapper json, Unsealer unsealer) {
        this.topics = topics;
        this.json = json;
        this.unsealer = unsealer;
    }

    void start(@Observes StartupEvent event) {
        topic = topics.open(
                Topic.APPLICATION_KEYS,
                (apiKey, value) -> json.readValue(value, KeyRecord.class).unseal(apiKey, unsealer));
    }

    @Override
    public Optional<ApplicationKey> find(String apiKey) {
        CompactedTopic<ApplicationKey> followed = topic;
        if (followed == null || !followed.caughtUp()) {
            throw new ApiException(ApiError.STORE_UNREACHABLE);
        }
        return followed.get(apiKey);
    }
}
