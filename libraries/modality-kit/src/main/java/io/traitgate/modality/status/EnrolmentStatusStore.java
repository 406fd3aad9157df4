package io.traitgate.modality.status;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.redis.RedisScript;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The enrolment statuses in Redis. A status is derived from the template version and the pending records, and its
 * version never moves back, whatever order the news arrive in.
 *
 * <p>All changes go through one script. Everything fails with 503/120 when Redis is away.
 */
@Singleton
public final class EnrolmentStatusStore {

    private final RedisScript script;

    private final PendingIndex index;

    EnrolmentStatusStore(RedisAPI redis, PendingIndex index) {
        this.script = RedisScript.load(redis, "enrolment-status.lua");
        this.index = index;
    }

    /** The status of a person in a module. */
    public Uni<EnrolmentStatus> find(Person person, Module module) {
        return run(person, module, "read");
    }

    /**
     * Says that a template version exists, or, with number 0, that a generation has begun without one. An older version
     * than the known one changes nothing: so session-service fills in what it has materialised after a flush.
     */
    public Uni<EnrolmentStatus> advance(Person person, Module module, TemplateVersion version) {
        Generation generation = version.generation();
        return run(person, module, "version", generation.erasures(), generation.deletions(), version.number());
    }

    /** The same for a version that a pending record led to, which is pending no more. */
    public Uni<EnrolmentStatus> advance(Person person, Module module, TemplateVersion version, String enrolment) {
        Generation generation = version.generation();
        return run(
                        person,
                        module,
                        "version",
                        generation.erasures(),
                        generation.deletions(),
                        version.number(),
                        enrolment)
                .call(() -> index.remove(module, key(person, module), enrolment));
    }

    /** Says that a record of the person is about to be produced. */
    public Uni<EnrolmentStatus> addPending(
            Person person, Module module, String enrolment, Generation generation, long nowMillis) {
        return index.add(module, key(person, module), enrolment, nowMillis)
                .flatMap(_ -> run(
                        person, module, "pend", enrolment, generation.erasures(), generation.deletions(), nowMillis));
    }

    /** Says where in the topic the broker has put the pending record. */
    public Uni<EnrolmentStatus> placePending(
            Person person, Module module, String enrolment, int partition, long offset) {
        return run(person, module, "place", enrolment, partition, offset);
    }

    /** Says that a record was withdrawn, skipped or buried: it is pending no more. */
    public Uni<EnrolmentStatus> settlePending(Person person, Module module, String enrolment) {
        return run(person, module, "settle", enrolment)
                .call(() -> index.remove(module, key(person, module), enrolment));
    }

    private Uni<EnrolmentStatus> run(Person person, Module module, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return script.run(List.of(key(person, module)), texts).map(EnrolmentStatusStore::toStatus);
    }

    private static EnrolmentStatus toStatus(Response answer) {
        long number = answer.get(2).toLong();
        int pending = answer.get(3).toInteger();
        return number < 0
                ? new EnrolmentStatus(null, pending)
                : new EnrolmentStatus(
                        new TemplateVersion(
                                new Generation(
                                        answer.get(0).toLong(), answer.get(1).toLong()),
                                number),
                        pending);
    }

    /** The key of the status, for scripts that judge by it. */
    public static String key(Person person, Module module) {
        return "enrolment:{" + person.tag() + "}:" + person.id().value() + ":" + module.wireName();
    }
}
