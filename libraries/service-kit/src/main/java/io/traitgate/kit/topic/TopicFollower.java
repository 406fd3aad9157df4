package io.traitgate.kit.topic;

import io.traitgate.kit.metric.KitMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands the records of a compacted topic to a reader, from the beginning and for ever.
 *
 * <p>A thread of its own reads all partitions, without a consumer group, and calls the reader. When that breaks it begins
 * anew with the first record, after a pause; nothing but {@link #stop()} ends it. The partitions are those at the start: a
 * topic that gets more needs a restart of its readers.
 */
public final class TopicFollower {
    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<? extends Consumer<String, byte[]>> consumers;
    private final Reader reader;
    private final KitMetrics metrics;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile boolean caughtUp;
    private volatile @Nullable Consumer<String, byte[]> following;

    TopicFollower(
            String name, Supplier<? extends Consumer<String, byte[]>> consumers, Reader reader, KitMetrics metrics) {
        this.name = name;
        this.consumers = consumers;
        this.reader = reader;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().daemon().name("topic-" + name).unstarted(this::followUntilStopped);
    }

    /** What is done with the records; all on the follower's thread, which may be blocked. */
    public interface Reader {
        /** The records that follow are the first of the topic. */
        default void begin() {}

        /**
         * Takes records in the order of their partitions. When it fails, all records come again from the first.
         *
         * @throws Exception for any reason
         */
        void take(ConsumerRecords<String, byte[]> records) throws Exception;

        /** Everything was taken that was in the topic when it was begun. */
        default void caughtUp() {}
    }

    /** Name of the topic. */
    public String name() {
        return name;
    }

    /** Whether the reader has taken all that was in the topic at the start. Once true, it stays true. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Whether its end was asked for. */
    public boolean isStopped() {
        return stopped.getCount() == 0;
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

    private void follow(Consumer<String, byte[]> consumer) throws Exception {
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + name + " does not exist");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        reader.begin();
        boolean behind = true;
        while (!isStopped()) {
            if (behind && reached(consumer, ends)) {
                behind = false;
                reader.caughtUp();
                caughtUp = true;
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                reader.take(records);
            }
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
