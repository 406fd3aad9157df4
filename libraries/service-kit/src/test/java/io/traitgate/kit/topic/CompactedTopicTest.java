package io.traitgate.kit.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.traitgate.kit.metric.KitMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CompactedTopicTest {
    private static final String NAME = "application-keys";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Queue<MockConsumer<String, byte[]>> consumers = new ConcurrentLinkedQueue<>();
    private final CompactedTopic<String> topic =
            new CompactedTopic<>(NAME, consumers::remove, (key, value) -> decode(value), new KitMetrics(meters));

    @AfterEach
    void stop() {
        topic.stop();
    }

    @Test
    void anEmptyTopicIsKnownAtOnce() {
        consumers.add(broker(0, 0));
        topic.start();

        await(topic::caughtUp);
        assertThat(topic.all()).isEmpty();
    }

    @Test
    void nothingIsKnownBeforeTheEndOfEveryPartitionIsReached() {
        MockConsumer<String, byte[]> broker = broker(1, 1);
        consumers.add(broker);
        topic.start();
        append(broker, 0, 0, "a", "1");

        assertThat(neverWithin(Duration.ofMillis(400), topic::caughtUp)).isTrue();
        assertThat(topic.get("a")).isEmpty();

        append(broker, 1, 0, "b", "2");
        await(topic::caughtUp);
        assertThat(topic.all()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void theNewestValueCountsAndATombstoneRemoves() {
        MockConsumer<String, byte[]> broker = broker(4, 0);
        consumers.add(broker);
        topic.start();
        append(broker, 0, 0, "a", "1");
        append(broker, 0, 1, "a", "2");
        append(broker, 0, 2, "b", "3");
        append(broker, 0, 3, "b", null);

        await(topic::caughtUp);
        assertThat(topic.all()).isEqualTo(Map.of("a", "2"));

        append(broker, 0, 4, "a", null);
        await(() -> topic.get("a").isEmpty());
    }

    @Test
    void aRecordThatCannotBeReadLeavesItsKeyWithoutAValue() {
        MockConsumer<String, byte[]> broker = broker(3, 0);
        consumers.add(broker);
        topic.start();
        append(broker, 0, 0, "a", "1");
        append(broker, 0, 1, "b", "2");
        append(broker, 0, 2, "a", "unreadable");

        await(topic::caughtUp);
        assertThat(topic.all()).isEqualTo(Map.of("b", "2"));
        assertThat(meters.counter("traitgate.topic.records", "topic", NAME, "outcome", "unreadable")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void afterAFailureItReadsAgainAndForgetsWhatWasDeletedMeanwhile() {
        MockConsumer<String, byte[]> first = broker(2, 0);
        MockConsumer<String, byte[]> second = broker(1, 0);
        consumers.add(first);
        consumers.add(second);
        topic.start();
        append(first, 0, 0, "a", "1");
        append(first, 0, 1, "b", "2");
        await(topic::caughtUp);

        first.setPollException(new KafkaException("offset out of range"));
        await(() -> first.closed());
        assertThat(topic.all()).isEqualTo(Map.of("a", "1", "b", "2"));

        append(second, 0, 5, "a", "3");
        await(() -> topic.all().equals(Map.of("a", "3")));
        assertThat(topic.caughtUp()).isTrue();
        assertThat(meters.counter("traitgate.topic.restarts", "topic", NAME).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void noFailureEndsIt(Runnable failure) {
        MockConsumer<String, byte[]> first = broker(1, 0);
        consumers.add(first);
        consumers.add(broker(0, 0));
        topic.start();
        append(first, 0, 0, "a", "1");
        await(topic::caughtUp);

        first.schedulePollTask(failure);

        await(() -> topic.all().isEmpty());
        assertThat(first.closed()).isTrue();
    }

    static List<Runnable> noFailureEndsIt() {
        return List.of(
                () -> {
                    throw new IllegalStateException("of the consumer");
                },
                () -> {
                    throw new NoClassDefFoundError("of the consumer");
                });
    }

    @Test
    void stoppingClosesTheConsumerAndEndsTheThread() throws InterruptedException {
        MockConsumer<String, byte[]> broker = broker(0, 0);
        consumers.add(broker);
        topic.start();
        await(topic::caughtUp);

        topic.stop();
        topic.awaitEnd(Duration.ofSeconds(10));

        assertThat(broker.closed()).isTrue();
        assertThat(meters.find("traitgate.topic.restarts").counter()).isNull();
    }

    @Test
    void waitsForATopicThatDoesNotExistYet() {
        MockConsumer<String, byte[]> without = new MockConsumer<>("earliest");
        without.updatePartitions(NAME, List.of());
        consumers.add(without);
        consumers.add(broker(0, 0));
        topic.start();

        await(topic::caughtUp);
        assertThat(without.closed()).isTrue();
    }

    private static String decode(byte[] value) {
        String text = new String(value, UTF_8);
        if (text.equals("unreadable")) {
            throw new IllegalArgumentException("of another form");
        }
        return text;
    }

    private static MockConsumer<String, byte[]> broker(long... ends) {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        List<PartitionInfo> partitions = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            partitions.add(new PartitionInfo(NAME, i, null, null, null));
            consumer.updateBeginningOffsets(Map.of(new TopicPartition(NAME, i), 0L));
            consumer.updateEndOffsets(Map.of(new TopicPartition(NAME, i), ends[i]));
        }
        consumer.updatePartitions(NAME, partitions);
        return consumer;
    }

    /** Records can be added only to partitions that are assigned, which happens on the topic's thread. */
    private static void append(
            MockConsumer<String, byte[]> consumer, int partition, long offset, String key, @Nullable String value) {
        await(() -> !consumer.assignment().isEmpty());
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(NAME, partition, offset, key, value == null ? null : value.getBytes(UTF_8))));
    }

    private static void await(BooleanSupplier condition) {
        assertThat(neverWithin(Duration.ofSeconds(10), condition)).isFalse();
    }

    private static boolean neverWithin(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
