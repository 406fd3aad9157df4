package io.traitgate.kit.erasure;

import io.smallrye.common.annotation.Identifier;
import io.traitgate.contract.topic.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Tells the console what was carried out. Connects with the first confirmation: most processes send none for days. */
@Singleton
final class ConfirmationSender {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> broker;
    private @Nullable KafkaProducer<String, byte[]> producer;

    ConfirmationSender(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /**
     * Returns once all brokers that must have the confirmation have it; blocks, and for one thread only.
     *
     * @throws KafkaException if they do not take it in time
     */
    void send(ErasureConfirmation confirmation) throws InterruptedException {
        try {
            connected()
                    .send(new ProducerRecord<>(
                            Topic.ERASURE_CONFIRMATIONS.topicName(), confirmation.key(), confirmation.encode()))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("The confirmation was not taken", e.getCause());
        }
    }

    private KafkaProducer<String, byte[]> connected() {
        KafkaProducer<String, byte[]> existing = producer;
        if (existing != null) {
            return existing;
        }
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6000);
        KafkaProducer<String, byte[]> made =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer = made;
        return made;
    }

    @PreDestroy
    void stop() {
        KafkaProducer<String, byte[]> existing = producer;
        if (existing != null) {
            existing.close(LONGEST_CLOSE);
        }
    }
}
