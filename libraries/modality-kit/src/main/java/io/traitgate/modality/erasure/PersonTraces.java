package io.traitgate.modality.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.attempt.Attempts;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.redis.RedisScript;
import io.traitgate.modality.session.SessionStore;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What Redis holds of a person beside the enrolment status: sessions, with tokens, leases and stored answers in them, and
 * attempt budgets. Every service that erases removes all of it, whoever put it there; the first is enough.
 */
@Singleton
public final class PersonTraces {
    /** Redis writes its append-only file to disk every second, and says nothing before it is two seconds late. */
    public static final Duration SETTLING = Duration.ofSeconds(2);

    private final RedisScript script;

    PersonTraces(RedisAPI redis) {
        this.script = RedisScript.load(redis, "person-erase.lua");
    }

    /** Removes everything. Fails with 503/120 when Redis is away. */
    public Uni<Void> remove(Person person) {
        List<String> keys = new ArrayList<>();
        keys.add(SessionStore.index(person.tag()));
        for (Module module : Module.values()) {
            keys.add(Attempts.budgetKey(person, module));
        }
        return script.run(keys, List.of(SessionStore.prefix(person.tag()))).replaceWithVoid();
    }
}
