package io.traitgate.console.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands records to Kafka, each to its own topic. */
@Singleton
final class RecordSender {

    private final MutinyEmitter<Record<String, byte[]>> emitter;

    @Inject
    RecordSender(@Channel("outbox") MutinyEmitter<Record<String, byte[]>> emitter) {
        this.emitter = emitter;
    }

    /** Completes with the acknowledgement of all brokers that must have the record, or fails. */
    Uni<Void> send(PendingRecord pending) {
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(pending.topic())
                .build();
        return emitter.sendMessage(
                Message.of(Record.of(pending.key(), pending.value())).addMetadata(metadata));
    }
}
