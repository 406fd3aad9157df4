package io.traitgate.console.event;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.contract.topic.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes events off their topic once they are in the log. There they are sealed to the console and not by a key of their
 * person, so a record that stayed would outlive the person's erasure.
 */
@Singleton
public final class EventTopic {

    private static final Logger LOGGER = Logger.getLogger(EventTopic.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final long CALL_SECONDS = 10;

    private final Map<String, Object> broker;
    private final String group;
    private final TakenOffsets here;
    private @Nullable Admin admin;

    @Inject
    EventTopic(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.event-log.group.id") String group,
            TakenOffsets here) {
        this.broker = Map.copyOf(broker);
        this.group = group;
        this.here = here;
    }

    /** Completes once everything that is on the topic now has been taken into the log, or left out, and deleted here. */
    public Uni<Void> drain() {
        return onWorker(() -> offsets(OffsetSpec.latest()))
                .chain(ends -> onWorker(() -> deleteUpTo(ends))
                        .onItem()
                        .transformToUni(gone -> gone
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().<Void>failure(new NotDrainedException()))
                        .onFailure(NotDrainedException.class)
                        .retry()
                        .withBackOff(LOOK_AGAIN, LOOK_AGAIN)
                        .expireIn(LONGEST_DRAIN.toMillis()));
    }

    @Scheduled(
            every = "{traitgate.events.topic-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void deleteTaken() {
        try {
            deleteUpTo(offsets(OffsetSpec.latest()));
        } catch (IllegalStateException away) {
            LOGGER.debugf("Events stay on their topic: %s", away.getMessage());
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /** Deletes what was taken, here or, as far as the group knows, by any instance, up to these offsets; answers whether nothing is left before them. */
    private boolean deleteUpTo(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> starts = offsets(OffsetSpec.earliest());
        Map<TopicPartition, Long> taken = taken();
        Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
        boolean nothingLeft = true;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long start = starts.getOrDefault(end.getKey(), 0L);
            long known = Math.max(
                    taken.getOrDefault(end.getKey(), 0L), here.of(end.getKey().partition()));
            long upTo = Math.min(end.getValue(), known);
            if (upTo > start) {
                deletions.put(end.getKey(), RecordsToDelete.beforeOffset(upTo));
            }
            nothingLeft &= Math.max(upTo, start) >= end.getValue();
        }
        if (!deletions.isEmpty()) {
            get(connected().deleteRecords(deletions).all());
        }
        return nothingLeft;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, Topic.EVENTS.partitions())
                .mapToObj(number -> new TopicPartition(Topic.EVENTS.topicName(), number))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                get(connected().listOffsets(asked).all()).entrySet()) {
            offsets.put(found.getKey(), found.getValue().offset());
        }
        return offsets;
    }

    private Map<TopicPartition, Long> taken() {
        Map<TopicPartition, Long> taken = new HashMap<>();
        get(connected().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        taken.put(partition, offset.offset());
                    }
                });
        return taken;
    }

    /** Connects with the first use; on workers only. */
    private synchronized Admin connected() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(broker));
        }
        return admin;
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The topic of events cannot be reached: " + e, e);
        }
    }

    /** Some events have not been taken yet. */
    private static final class NotDrainedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotDrainedException() {
            super("Events are still on their way into the log", null, false, false);
        }
    }
}
