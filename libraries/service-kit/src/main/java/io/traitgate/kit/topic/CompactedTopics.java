package io.traitgate.kit.topic;

import io.smallrye.common.annotation.Identifier;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.metric.KitMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Opens compacted topics, and closes them with the application. Kafka is reached by the {@code kafka.*} settings.
 *
 * <p>Open a topic when the application starts, for instance in an observer of {@code StartupEvent}: the service is ready
 * only when all open topics have caught up.
 */
@Singleton
public final class CompactedTopics {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final Map<String, Object> broker;
    private final KitMetrics metrics;
    private final List<TopicFollower> followers = new CopyOnWriteArrayList<>();

    public CompactedTopics(@Identifier("default-kafka-broker") Map<String, Object> broker, KitMetrics metrics) {
        this.broker = Map.copyOf(broker);
        this.metrics = metrics;
    }

    /** Begins to follow a topic; returns at once. */
    public <V> CompactedTopic<V> open(Topic topic, RecordDecoder<V> decoder) {
        CompactedTopic<V> opened = new CompactedTopic<>(topic.topicName(), () -> consumer(topic), decoder, metrics);
        start(opened.follower());
        return opened;
    }

    /** Begins to hand all records of a topic to a reader; returns at once. */
    public TopicFollower follow(Topic topic, TopicFollower.Reader reader) {
        TopicFollower follower = new TopicFollower(topic.topicName(), () -> consumer(topic), reader, metrics);
        start(follower);
        return follower;
    }

    List<TopicFollower> followers() {
        return List.copyOf(followers);
    }

    private void start(TopicFollower follower) {
        followers.add(follower);
        follower.start();
    }

    /** Waits for the threads: they close their consumers, and need the application's classes for it. */
    @PreDestroy
    void stop() throws InterruptedException {
        followers.forEach(TopicFollower::stop);
        for (TopicFollower follower : followers) {
            follower.awaitEnd(LONGEST_CLOSE);
        }
    }

    private Consumer<String, byte[]> consumer(Topic topic) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, topic.maxRecordBytes());
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
