package io.traitgate.console.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.UnsealException;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic {@code application-keys} as the gateway sees it. */
final class KeyTopic {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private KeyTopic() {}

    /** The values of all records of a key, oldest first; a tombstone is a missing node. */
    static List<JsonNode> recordsOf(String apiKey) {
        return TestTopics.read(Topic.APPLICATION_KEYS).stream()
                .filter(message -> message.key().equals(apiKey))
                .map(KeyTopic::value)
                .toList();
    }

    /** Waits for a record of the key which is as expected to be its newest one. */
    static JsonNode await(String apiKey, Predicate<JsonNode> expected) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            List<JsonNode> records = recordsOf(apiKey);
            if (!records.isEmpty() && expected.test(records.getLast())) {
                return records.getLast();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the newest of " + records.size() + " records of the key is not as expected");
            }
        }
    }

    static JsonNode awaitValue(String apiKey) {
        return await(apiKey, value -> !value.isMissingNode());
    }

    static void awaitTombstone(String apiKey) {
        await(apiKey, JsonNode::isMissingNode);
    }

    /** The secret, opened as the gateway opens it. */
    static String secretIn(JsonNode value, String apiKey) {
        try {
            byte[] sealed = value.path("sealedSecret").binaryValue();
            byte[] secret =
                    TestInstallation.shared().keys("gateway").unsealer().open(sealed, "application-keys", apiKey);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsealException e) {
            throw new AssertionError("the gateway cannot open the secret", e);
        }
    }

    private static JsonNode value(ConsumerRecord<String, byte[]> message) {
        try {
            return message.value() == null ? MissingNode.getInstance() : JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
