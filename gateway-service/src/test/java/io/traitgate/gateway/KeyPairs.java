package io.traitgate.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.topic.Topic;
import io.traitgate.gateway.key.ApplicationKeys;
import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.Receiver;
import io.traitgate.testkit.TestInstallation;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes key pairs as the console does. */
@Singleton
public class KeyPairs {

    static final List<String> ALL = List.of("write", "read", "debug");

    private final ApplicationKeys keys;
    private final ObjectMapper json;
    private final HybridSealer sealer =
            TestInstallation.shared().keys("console").sealerTo(Receiver.GATEWAY);

    KeyPairs(ApplicationKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Publishes a pair with all permissions and waits until the gateway knows it. */
    void publish(String apiKey, String secret) {
        publish(apiKey, secret, ALL, null);
    }

    /** Publishes a pair and waits until the gateway knows it. */
    void publish(String apiKey, String secret, List<String> permissions, @Nullable Instant validUntil) {
        publish("application-of-" + apiKey, apiKey, secret, permissions, validUntil);
    }

    /** Publishes a pair of an application that may have several, and waits until the gateway knows it. */
    void publish(
            String application, String apiKey, String secret, List<String> permissions, @Nullable Instant validUntil) {
        Map<String, Object> value = new HashMap<>();
        value.put("v", 1);
        value.put("apiKey", apiKey);
        value.put("application", application);
        value.put("permissions", permissions);
        value.put("sealedSecret", sealer.seal(secret.getBytes(StandardCharsets.UTF_8), "application-keys", apiKey));
        if (validUntil != null) {
            value.put("validUntil", validUntil.toString());
        }
        try {
            send(apiKey, json.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        await(apiKey, true);
    }

    /** Revokes a pair and waits until the gateway has forgotten it. */
    void revoke(String apiKey) {
        send(apiKey, null);
        await(apiKey, false);
    }

    private void send(String apiKey, byte @Nullable [] value) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInstallation.shared().kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.APPLICATION_KEYS.topicName(), apiKey, value))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException("the record was not written", e);
        }
    }

    private void await(String apiKey, boolean known) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            if (isKnown(apiKey) == known) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the gateway did not follow the topic");
    }

    private boolean isKnown(String apiKey) {
        try {
            return keys.find(apiKey).isPresent();
        } catch (ApiException notReadYet) {
            return false;
        }
    }
}
