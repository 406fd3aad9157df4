package io.traitgate.modality.attempt;

import io.traitgate.contract.Module;
import io.traitgate.keys.PersonId;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.request.Deadline;
import io.traitgate.modality.Await;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.ClientDevice;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionId;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.token.IssuedToken;
import io.traitgate.modality.token.TokenRecord;
import io.traitgate.modality.token.TokenType;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scripts of attempts on a Redis of their own choice, with sessions and statuses put there by hand. */
final class ScriptBench implements AutoCloseable {

    static final BudgetRules RULES = new BudgetRules(5, Duration.ofSeconds(30), Duration.ofMinutes(15), 50, 3);
    static final Terms ENROLMENT = new Terms.Enrolment();
    static final String PHONE = "phone";
    static final String STRANGER = "stranger";

    private static final SecureRandom RANDOM = new SecureRandom();

    final SteppedClock clock = new SteppedClock();
    final RedisAPI redis;
    final AttemptScripts scripts;

    private final Vertx vertx = Vertx.vertx();

    ScriptBench(URI address) {
        RedisOptions options = new RedisOptions()
                .setConnectionString(address.toString())
                .setMaxPoolSize(8)
                .setMaxPoolWaiting(4096);
        this.redis = RedisAPI.api(Redis.createClient(vertx, options));
        this.scripts = new AttemptScripts(redis, clock);
    }

    /** Somebody with a template. */
    Person somebody() {
        Person person = new Person("app", new PersonId(text(32)));
        status(person, Module.FACE, Generation.FIRST, 1);
        status(person, Module.VOICE, Generation.FIRST, 1);
        return person;
    }

    Session session(Person person) {
        SessionId id = new SessionId(person.tag(), text(20));
        Await.result(redis.hset(List.of(SessionStore.key(id), "record", "sealed")));
        return new Session(id, person, new byte[0], new ClientDevice("phone", null, null, null), clock.instant());
    }

    void end(Session session) {
        Await.result(redis.del(List.of(SessionStore.key(session.id()))));
    }

    void status(Person person, Module module, Generation generation, long version) {
        Await.result(redis.hset(List.of(
                EnrolmentStatusStore.key(person, module),
                "erasures",
                Long.toString(generation.erasures()),
                "deletions",
                Long.toString(generation.deletions()),
                "version",
                Long.toString(version))));
    }

    void token(Session session, IssuedToken token) {
        Await.result(redis.hset(List.of(SessionStore.key(session.id()), "token:voice", TokenRecord.encode(token))));
    }

    Optional<IssuedToken> token(Session session) {
        @Nullable Response kept = Await.result(redis.hget(SessionStore.key(session.id()), "token:voice"));
        return Optional.ofNullable(kept).map(record -> TokenRecord.decode(record.toString()));
    }

    /** The fields of the session that attempts have left. */
    List<String> traces(Session session) {
        List<String> fields = new ArrayList<>();
        Await.result(redis.hkeys(SessionStore.key(session.id()))).forEach(field -> fields.add(field.toString()));
        fields.removeIf(field -> field.equals("record") || field.startsWith("token:"));
        return fields;
    }

    boolean exists(String key) {
        return Await.result(redis.exists(List.of(key))).toInteger() == 1;
    }

    /** An attempt of its own kind. */
    static Attempt attempt(Session session, Module module, String path) {
        return attempt(session, module, path, UUID.randomUUID().toString());
    }

    static Attempt attempt(Session session, Module module, String path, String body) {
        return new Attempt(
                session,
                module,
                path,
                body,
                Deadline.in(Duration.ofSeconds(8), Clock.systemUTC()),
                ApiEvent.about("request", "app", path));
    }

    /** A new authentication of the session's person by face. */
    static Attempt auth(Session session) {
        return attempt(session, Module.FACE, "/v1/face/auth");
    }

    static Terms terms(String device) {
        return terms(device, RULES);
    }

    static Terms terms(String device, @Nullable BudgetRules rules) {
        return new Terms.Authentication(TokenRule.UNASKED, device, Optional.ofNullable(rules));
    }

    static Terms spoken(TokenRule rule) {
        return new Terms.Authentication(rule, PHONE, Optional.of(RULES));
    }

    BeginResult begin(Attempt attempt, String owner, Terms terms) {
        return Await.result(scripts.begin(attempt, owner, terms, ""));
    }

    FinishResult settle(Attempt attempt, String owner, Terms terms, Verdict verdict) {
        return settle(attempt, owner, terms, verdict, "0 0 sealed", Optional.empty());
    }

    FinishResult settle(
            Attempt attempt, String owner, Terms terms, Verdict verdict, String answer, Optional<String> token) {
        return Await.result(scripts.settle(attempt, owner, terms, verdict, answer, token));
    }

    FinishResult release(Attempt attempt, String owner) {
        return Await.result(scripts.release(attempt, owner));
    }

    /** One whole authentication; what it may do, or what it came to. */
    Object once(Session session, String device, Verdict verdict) {
        return once(auth(session), terms(device), verdict);
    }

    Object once(Attempt attempt, Terms terms, Verdict verdict) {
        BeginResult begun = begin(attempt, "once", terms);
        return begun instanceof BeginResult.Begun ? settle(attempt, "once", terms, verdict) : begun;
    }

    IssuedToken issued(TokenType type, Duration ago) {
        Instant now = clock.instant();
        return new IssuedToken(type, "1-2-3", now.minus(ago), false);
    }

    private static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public void close() {
        redis.close();
        vertx.close().await().atMost(Duration.ofSeconds(5));
    }
}
