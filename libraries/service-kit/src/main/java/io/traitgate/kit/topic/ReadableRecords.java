package io.traitgate.kit.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Reads records one by one: one that nobody can read must not stop those behind it. */
public final class ReadableRecords {

    private ReadableRecords() {}

    /**
     * The values of the records, in their order, without tombstones.
     *
     * @param decoder throws {@link IllegalArgumentException} for a value that it cannot read, which is skipped
     * @param log is told what was skipped
     * @param what names a value, for the log
     */
    public static <V> List<V> of(
            ConsumerRecords<String, byte[]> records, Function<byte[], V> decoder, Logger log, String what) {
        List<V> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                if (record.value() != null) {
                    readable.add(decoder.apply(record.value()));
                }
            } catch (IllegalArgumentException unreadable) {
                log.errorf(
                        "Skipped an unreadable %s at partition %d, offset %d",
                        what, record.partition(), record.offset());
            }
        }
        return readable;
    }
}
