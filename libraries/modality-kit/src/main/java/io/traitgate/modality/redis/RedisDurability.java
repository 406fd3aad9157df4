package io.traitgate.modality.redis;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Refuses to start on a Redis that forgets.
 *
 * <p>Used tokens, attempt counters and sessions live in Redis alone. One that evicts under memory pressure
 * ({@code maxmemory-policy} other than {@code noeviction}) or keeps no append-only file would hand an attacker new
 * attempts and used tokens with every restart. Both are read from {@code INFO}, which managed services answer where they
 * refuse {@code CONFIG}. The setting {@code traitgate.redis.require-durable=false} makes the refusal a warning.
 */
@Singleton
final class RedisDurability {

    private static final Logger LOGGER = Logger.getLogger(RedisDurability.class);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int RETRIES = 6;

    private final RedisAPI redis;
    private final RedisSettings settings;

    RedisDurability(RedisAPI redis, RedisSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    void check(@Observes StartupEvent start) {
        List<String> faults = faults().ifNoItem()
                .after(ATTEMPT)
                .fail()
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .atMost(RETRIES)
                .await()
                .atMost(ATTEMPT.multipliedBy(RETRIES + 1L).plus(Duration.ofSeconds(15)));
        if (faults.isEmpty()) {
            return;
        }
        String message = "Redis forgets: " + String.join(", ", faults)
                + ". Sessions, used tokens and attempt counters would be lost."
                + " Set appendonly yes and maxmemory-policy noeviction, or traitgate.redis.require-durable=false.";
        if (settings.requireDurable()) {
            throw new IllegalStateException(message);
        }
        LOGGER.warn(message);
    }

    private Uni<List<String>> faults() {
        return redis.info(List.of("persistence"))
                .flatMap(persistence ->
                        redis.info(List.of("memory")).map(memory -> faults(persistence.toString(), memory.toString())));
    }

    static List<String> faults(String persistence, String memory) {
        List<String> faults = new ArrayList<>();
        if (!value(persistence, "aof_enabled").equals("1")) {
            faults.add("appendonly is off");
        }
        String policy = value(memory, "maxmemory_policy");
        if (!policy.equals("noeviction")) {
            faults.add("maxmemory-policy is " + policy);
        }
        return List.copyOf(faults);
    }

    private static String value(String info, String name) {
        return info.lines()
                .flatMap(line ->
                        line.startsWith(name + ":") ? Stream.of(line.substring(name.length() + 1)) : Stream.of())
                .map(String::strip)
                .findFirst()
                .orElse("unknown");
    }
}
