package io.traitgate.kit.topic;

import io.traitgate.kit.metric.KitMetrics;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of each key of a compacted topic, in memory.
 *
 * <p>A thread of its own reads all partitions from the beginning, without a consumer group, and follows them. Until it has
 * reached the end offsets taken at its start, {@link #caughtUp()} is false and there are no values. When following breaks
 * it begins anew, and until it has caught up again the former values stay: those deleted meanwhile, whose tombstones may
 * be gone, disappear then. While Kafka is away the values stay as they are. Nothing but {@link #stop()} ends the thread,
 * since values that are followed no more would be served as if they were the newest.
 *
 * <p>The partitions are those at the start: a topic that gets more needs a restart of its readers.
 *
 * @param <V> what a record holds
 */
public final class CompactedTopic<V> {
    private static final Logger LOG = Logger.getLogger(CompactedTopic.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final RecordDecoder<V> decoder;
    private final KitMetrics metrics;
    private final Thread thread;

    private volatile Map<String, V> values = Map.of();
    private volatile boolean caughtUp;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> following;

    CompactedTopic(
            String name,
            Supplier<? extends Consumer<String, byte[]>> consumers,
            RecordDecoder<V> decoder,
            KitMetrics metrics) {
        this.name = name;
        this.consumers = consumers;
        this.decoder = decoder;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().daemon().name("topic-" + name).unstarted(this::followUntilStopped);
    }

    /** Name of the topic. */
    public String name() {
        return name;
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
        return caughtUp;
    }

    void start() {
        thread.start();
    }

    /** Asks the thread to end; {@link #awaitEnd} tells when it has. */
    void stop() {
        stopped.countDown();
        Consumer<String, byte[]> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Waits until the thread has ended, for so long at most. */
    void awaitEnd(Duration longest) throws InterruptedException {
        if (thread.isAlive()) {
            thread.join(longest);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void followUntilStopped() {
        boolean again = false;
        while (!isStopped()) {
            if (again) {
                metrics.topicRestart(name);
                pause();
            }
            again = true;
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                following = consumer;
                follow(consumer);
            } catch (Throwable failure) {
                report(failure);
            } finally {
                following = null;
            }
        }
    }

    private void report(Throwable failure) {
        if (isStopped()) {
            LOG.debugf("Following topic %s ended with %s", name, failure);
        } else if (failure instanceof KafkaException) {
            LOG.warnf("Following topic %s broke and begins anew: %s", name, failure);
        } else {
            LOG.errorf(failure, "Following topic %s broke and begins anew", name);
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + name + " does not exist");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, V> read = new ConcurrentHashMap<>();
        boolean behind = true;
        while (!isStopped()) {
            if (behind && reached(consumer, ends)) {
                behind = false;
                values = read;
                caughtUp = true;
                LOG.infof("Topic %s is read: %d keys", name, read.size());
            }
            consumer.poll(POLL).forEach(record -> apply(record, read));
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record, Map<String, V> read) {
        if (record.value() == null) {
            read.remove(record.key());
            metrics.topicRecord(name, "removed");
            return;
        }
        try {
            read.put(record.key(), decoder.decode(record.key(), record.value()));
            metrics.topicRecord(name, "applied");
        } catch (Exception unreadable) {
            // Its message may quote the value, so only its class is logged.
            read.remove(record.key());
            metrics.topicRecord(name, "unreadable");
            LOG.errorf(
                    "Record %d of partition %d of topic %s cannot be read, its key has no value now: %s",
                    record.offset(),
                    record.partition(),
                    name,
                    unreadable.getClass().getName());
        }
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void pause() {
        try {
            if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("Topic %s is followed no more", name);
            }
        } catch (InterruptedException nobodyDoes) {
            LOG.debugf("Begins to follow topic %s at once", name);
        }
    }
}
