package io.traitgate.modality.status;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.redis.RedisScript;
import io.traitgate.modality.store.StoreFailure;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Finds the pending records of all people of a module by age. An entry is put here before it is put into the status and
 * may stay here after it has left it, so that the watchdog misses none.
 */
@Singleton
public final class PendingIndex {

    private final RedisAPI redis;
    private final RedisScript script;

    PendingIndex(RedisAPI redis) {
        this.redis = redis;
        this.script = RedisScript.load(redis, "enrolment-status.lua");
    }

    Uni<Void> add(Module module, String key, String enrolment, long nowMillis) {
        return StoreFailure.guardRedis(
                        redis.zadd(List.of(set(module), Long.toString(nowMillis), member(key, enrolment))))
                .replaceWithVoid();
    }

    /** Best effort: what stays is swept by the watchdog. */
    Uni<Void> remove(Module module, String key, String enrolment) {
        return StoreFailure.guardRedis(redis.zrem(List.of(set(module), member(key, enrolment))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /**
     * The oldest entries that were added before a time.
     *
     * @param skipped how many of the oldest to leave out
     */
    public Uni<List<PendingEntry>> olderThan(Module module, Instant before, int skipped, int limit) {
        return StoreFailure.guardRedis(redis.zrangebyscore(List.of(
                        set(module),
                        "-inf",
                        Long.toString(before.toEpochMilli()),
                        "LIMIT",
                        Integer.toString(skipped),
                        Integer.toString(limit))))
                .flatMap(members -> Multi.createFrom()
                        .iterable(members)
                        .onItem()
                        .transformToUniAndConcatenate(member -> read(member.toString()))
                        .collect()
                        .asList());
    }

    /** How many records of a module wait for their build, those included that were settled and not swept yet. */
    public Uni<Long> size(Module module) {
        return StoreFailure.guardRedis(redis.zcard(set(module))).map(Response::toLong);
    }

    /** Takes an entry out of its status, if it still is as it was seen, and out of the index. */
    public Uni<Boolean> release(Module module, PendingEntry entry) {
        return script.run(
                        List.of(entry.key()),
                        List.of("release", entry.enrolment(), Objects.requireNonNull(entry.value())))
                .map(released -> released.toInteger() == 1)
                .call(() -> forget(module, entry));
    }

    /** Takes a settled entry out of the index. */
    public Uni<Void> forget(Module module, PendingEntry entry) {
        return remove(module, entry.key(), entry.enrolment());
    }

    private Uni<PendingEntry> read(String member) {
        int blank = member.indexOf(' ');
        String key = member.substring(0, blank);
        String enrolment = member.substring(blank + 1);
        return StoreFailure.guardRedis(redis.hget(key, "p:" + enrolment))
                .map(value -> new PendingEntry(key, enrolment, value == null ? null : value.toString()));
    }

    private static String member(String key, String enrolment) {
        return key + " " + enrolment;
    }

    private static String set(Module module) {
        return "enrolments-pending:" + module.wireName();
    }
}
