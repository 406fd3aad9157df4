package io.traitgate.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * The counters of this module.
 *
 * <ul>
 *   <li>{@code traitgate.caller.refused} with {@code reason}: requests without a valid caller context. Any that is not
 *       {@code out_of_time} means that someone else than the gateway calls.
 *   <li>{@code traitgate.failures} with {@code kind}: calls that ended in {@code unexpected}, {@code store} or {@code
 *       timeout}.
 *   <li>{@code traitgate.topic.records} with {@code topic} and {@code outcome}: records of compacted topics that were
 *       {@code applied}, {@code removed} or {@code unreadable}.
 *   <li>{@code traitgate.topic.restarts} with {@code topic}: how often following began anew after a failure.
 *   <li>{@code traitgate.events} with {@code outcome}: events that were {@code published}, {@code dropped} because too
 *       many waited, or {@code failed}; {@code without_media} counts those, besides, whose media found no room.
 * </ul>
 */
@Singleton
public final class KitMetrics {
    private final MeterRegistry registry;

    public KitMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A request came without a valid caller context. */
    public void callerRefused(Enum<?> reason) {
        count("traitgate.caller.refused", "reason", wireName(reason));
    }

    /** A call failed, and not by a refusal of the contract. */
    public void failure(String kind) {
        count("traitgate.failures", "kind", kind);
    }

    /** A record of a compacted topic was read. */
    public void topicRecord(String topic, String outcome) {
        count("traitgate.topic.records", "topic", topic, "outcome", outcome);
    }

    /** Following a topic began anew. */
    public void topicRestart(String topic) {
        count("traitgate.topic.restarts", "topic", topic);
    }

    /** An event went its way, or did not. */
    public void event(String outcome) {
        count("traitgate.events", "outcome", outcome);
    }

    private void count(String name, String... tags) {
        registry.counter(name, tags).increment();
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
