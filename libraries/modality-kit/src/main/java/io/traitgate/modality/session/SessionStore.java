package io.traitgate.modality.session;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.redis.RedisScript;
import io.traitgate.modality.store.StoreFailure;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The sessions. One is found only by the application that opened it, and lives until it was not used for
 * {@link SessionSettings#lifetime()}.
 *
 * <p>The record is sealed with the session keyset and bound to its id, so that who reads or writes Redis learns no
 * device and cannot turn one person's session into another's. Everything fails with 503/120 when Redis is away: a
 * session that cannot be checked is not valid.
 */
@Singleton
public final class SessionStore {

    private static final String SEALED_AS = "session";

    private final RedisAPI redis;
    private final RedisScript script;
    private final Sealer sealer;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final SecureRandom random;

    SessionStore(RedisAPI redis, ServiceKeys keys, SessionSettings settings, InstantSource clock, SecureRandom random) {
        this.redis = redis;
        this.script = RedisScript.load(redis, "session.lua");
        this.sealer = keys.session();
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens a session for a person.
     *
     * @param sealedUserId the clear user id, sealed to the console
     */
    public Uni<Session> open(Person person, byte[] sealedUserId, ClientDevice client) {
        SessionId id = SessionId.draw(person.id(), random);
        Session session = new Session(id, person, sealedUserId, client, clock.instant());
        byte[] sealed = sealer.seal(SessionRecord.of(session).encode(), SEALED_AS, id.text());
        return run(
                        id,
                        "open",
                        Base64.getEncoder().encodeToString(sealed),
                        Long.toString(session.openedAt().toEpochMilli()),
                        id.secret())
                .replaceWith(session);
    }

    /**
     * The session with this id, whose life begins anew.
     *
     * <p>Fails with 403 for an unknown, expired or foreign id and for a text that is no id at all, all alike.
     *
     * @param application the calling application
     */
    public Uni<Session> find(String application, String id) {
        return lookUp(application, id)
                .map(found -> found.orElseThrow(() -> new ApiException(ApiError.SESSION_NOT_FOUND)));
    }

    /** The session with this id, for calls that go on without one; its life begins anew. */
    public Uni<Optional<Session>> lookUp(String application, String id) {
        return SessionId.parse(id)
                .map(parsed -> run(parsed, "find").map(record -> open(application, parsed, record)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /**
     * Keeps a record beside the session for as long as it lives, in the place of the newest one before.
     *
     * @param slot names the record's kind, such as the module of a token
     */
    public Uni<Void> keepToken(SessionId id, String slot, String record) {
        return run(id, "token", slot, record).map(kept -> {
            if (kept == null || kept.toInteger() == 0) {
                throw new ApiException(ApiError.SESSION_NOT_FOUND);
            }
            return null;
        });
    }

    /** The newest record that {@link #keepToken} kept in the slot. */
    public Uni<Optional<String>> newestToken(SessionId id, String slot) {
        return run(id, "spoken", slot).map(record -> Optional.ofNullable(record).map(Response::toString));
    }

    private Optional<Session> open(String application, SessionId id, @Nullable Response record) {
        if (record == null) {
            return Optional.empty();
        }
        try {
            byte[] json = sealer.open(Base64.getDecoder().decode(record.toString()), SEALED_AS, id.text());
            Session session = SessionRecord.decode(json).toSession(id);
            return Optional.of(session).filter(it -> it.person().application().equals(application));
        } catch (UnsealException | IllegalArgumentException tampered) {
            return Optional.empty();
        }
    }

    private Uni<Response> run(SessionId id, String what, String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(what);
        all.add(Long.toString(settings.lifetime().toMillis()));
        all.addAll(List.of(arguments));
        return script.run(List.of(key(id), index(id.tag())), all);
    }

    /** The keys of a person's sessions, some of which may be over. People who share a hash tag share this answer. */
    public Uni<List<String>> keysOf(Person person) {
        return StoreFailure.guardRedis(redis.zrange(List.of(index(person.tag()), "0", "-1")))
                .map(secrets -> StreamSupport.stream(secrets.spliterator(), false)
                        .map(secret -> key(new SessionId(person.tag(), secret.toString())))
                        .toList());
    }

    /** The person's open sessions; looking at them does not prolong them. */
    public Uni<List<Session>> of(Person person) {
        return keysOf(person)
                .flatMap(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(key -> StoreFailure.guardRedis(redis.hget(key, "record"))
                                .map(record -> open(
                                        person.application(),
                                        new SessionId(
                                                person.tag(),
                                                key.substring(
                                                        prefix(person.tag()).length())),
                                        record)))
                        .collect()
                        .asList())
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .filter(session -> session.person().equals(person))
                        .toList());
    }

    /** The key of the set that names the sessions of a hash tag. */
    public static String index(String tag) {
        return "sessions:{" + tag + "}";
    }

    /** The key of the session, shared with whatever else a script keeps about it. */
    public static String key(SessionId id) {
        return prefix(id.tag()) + id.secret();
    }

    /** What the keys of the sessions of a hash tag begin with. */
    public static String prefix(String tag) {
        return "session:{" + tag + "}:";
    }
}
