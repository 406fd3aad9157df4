package io.traitgate.console.outbox;

import org.jspecify.annotations.Nullable;

/** A row of the outbox as the publisher reads it. */
@SuppressWarnings("ArrayRecordComponent")
record PendingRecord(long id, String topic, String key, byte @Nullable [] value) {

    @Override
    public String toString() {
        return "PendingRecord[id=" + id + ", topic=" + topic + "]";
    }
}
