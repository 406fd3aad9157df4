package io.traitgate.console.outbox;

import io.traitgate.contract.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to a topic. Nothing in it may be secret in clear.
 *
 * @param topic where to
 * @param key records of one key arrive in the order in which they were added
 * @param value the bytes, or null to withdraw what the key stood for
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutboxRecord(Topic topic, String key, byte @Nullable [] value) {

    /** Without the value. */
    @Override
    public String toString() {
        return "OutboxRecord[topic=" + topic.topicName() + ", key=" + key + "]";
    }
}
