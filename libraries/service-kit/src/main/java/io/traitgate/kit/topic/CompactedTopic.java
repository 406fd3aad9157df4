package io.traitgate.kit.topic;

import io.traitgate.kit.metric.KitMetrics;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The newest value of each key of a compacted topic, in memory.
 *
 * <p>A {@link TopicFollower} reads it. Until it has reached the end offsets taken at its start, {@link #caughtUp()} is
 * false and there are no values. When following breaks it begins anew, and until it has caught up again the former values
 * stay: those deleted meanwhile, whose tombstones may be gone, disappear then. While Kafka is away the values stay as they
 * are. Nothing but the end of the application ends the following, since values that are followed no more would be served as
 * if they were the newest.
 *
 * @param <V> what a record holds
 */
public final class CompactedTopic<V> {
    private static final Logger LOG = Logger.getLogger(CompactedTopic.class);

    private final RecordDecoder<V> decoder;
    private final KitMetrics metrics;
    private final TopicFollower follower;

    private volatile Map<String, V> values = Map.of();

    CompactedTopic(
            String name,
            Supplier<? extends Consumer<String, byte[]>> consumers,
            RecordDecoder<V> decoder,
            KitMetrics metrics) {
        this.decoder = decoder;
        this.metrics = metrics;
        this.follower = new TopicFollower(name, consumers, new Values(), metrics);
    }

    /** Name of the topic. */
    public String name() {
        return follower.name();
    }

    /** The newest value of a key; empty if there is none, or nothing is known yet. */
    public Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** All values by key: a view that changes as records come. */
    public Map<String, V> all() {
        return Collections.unmodifiableMap(values);
    }

    /** Whether all that was in the topic at the start is known. Once true, it stays true. */
    public boolean caughtUp() {
        return follower.caughtUp();
    }

    TopicFollower follower() {
        return follower;
    }

    void start() {
        follower.start();
    }

    void stop() {
        follower.stop();
    }

    void awaitEnd(Duration longest) throws InterruptedException {
        follower.awaitEnd(longest);
    }

    private void apply(ConsumerRecord<String, byte[]> record, Map<String, V> read) {
        if (record.value() == null) {
            read.remove(record.key());
            metrics.topicRecord(name(), "removed");
            return;
        }
        try {
            read.put(record.key(), decoder.decode(record.key(), record.value()));
            metrics.topicRecord(name(), "applied");
        } catch (Exception unreadable) {
            // Its message may quote the value, so only its class is logged.
            read.remove(record.key());
            metrics.topicRecord(name(), "unreadable");
            LOG.errorf(
                    "Record %d of partition %d of topic %s cannot be read, its key has no value now: %s",
                    record.offset(),
                    record.partition(),
                    name(),
                    unreadable.getClass().getName());
        }
    }

    /** What has been read since the last beginning. */
    private final class Values implements TopicFollower.Reader {
        private Map<String, V> read = new ConcurrentHashMap<>();

        @Override
        public void begin() {
            read = new ConcurrentHashMap<>();
        }

        @Override
        public void take(ConsumerRecords<String, byte[]> records) {
            records.forEach(record -> apply(record, read));
        }

        @Override
        public void caughtUp() {
            values = read;
            LOG.infof("Topic %s is read: %d keys", name(), read.size());
        }
    }
}
