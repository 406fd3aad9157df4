package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.traitgate.kit.tracing.RecordTrace;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Writes records to the topic behind an outgoing channel and waits for the brokers' acknowledgement. */
final class TopicWriter {

    private final MutinyEmitter<byte[]> emitter;

    TopicWriter(MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Writes a record; completes with its place in the topic once all in-sync replicas have it. */
    Uni<RecordMetadata> write(String key, byte[] value) {
        return Uni.createFrom().deferred(() -> {
            OutgoingMessageMetadata<RecordMetadata> place = new OutgoingMessageMetadata<>();
            Message<byte[]> message = Message.of(
                    value,
                    Metadata.of(
                            place,
                            OutgoingKafkaRecordMetadata.<String>builder()
                                    .withKey(key)
                                    .withHeaders(RecordTrace.headers())
                                    .build()));
            return emitter.sendMessage(message).map(_ -> place.getResult());
        });
    }
}
