package io.traitgate.console.event;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * How far this instance has taken the topic of events. The group's offsets say less: a commit that was lost with a broker is
 * made up for only with the next event of its partition, which may not come for days.
 */
@Singleton
final class TakenOffsets {

    private final Map<Integer, Long> next = new ConcurrentHashMap<>();

    TakenOffsets() {}

    /** Notes that these are in the log, or left out of it for good. */
    void note(ConsumerRecords<?, ?> records) {
        for (ConsumerRecord<?, ?> record : records) {
            next.merge(record.partition(), record.offset() + 1, Math::max);
        }
    }

    /** The offset behind the last one that was taken of a partition; 0 if none was. */
    long of(int partition) {
        return next.getOrDefault(partition, 0L);
    }
}
