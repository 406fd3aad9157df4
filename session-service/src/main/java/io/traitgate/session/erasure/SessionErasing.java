package io.traitgate.session.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.kit.erasure.PersonErasing;
import io.traitgate.modality.erasure.PersonTraces;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.store.StoreFailure;
import io.traitgate.session.status.MaterialisedStatuses;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Erases what is kept of people's sessions and statuses: in one transaction the number begins and every status falls to 0,
 * then Redis follows.
 */
@Singleton
final class SessionErasing implements PersonErasing {

    private static final String SETTLED = "SELECT person, settled FROM person WHERE person = ANY ($1)";

    private static final String ADD = "INSERT INTO person (person, application) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String RAISE = "UPDATE person SET erasures = $2 WHERE person = $1 AND erasures < $2";

    private static final String SETTLE = "UPDATE person SET settled = $2 WHERE person = $1 AND settled < $2";

    private final Pool pool;
    private final PersonTraces traces;
    private final EnrolmentStatusStore redis;

    @Inject
    SessionErasing(Pool pool, PersonTraces traces, EnrolmentStatusStore redis) {
        this.pool = pool;
        this.traces = traces;
        this.redis = redis;
    }

    @Override
    public Duration settling() {
        return PersonTraces.SETTLING;
    }

    @Override
    public Uni<List<Erasure>> unsettled(List<Erasure> erasures) {
        String[] people = erasures.stream().map(Erasure::person).toArray(String[]::new);
        return StoreFailure.guardSql(pool.preparedQuery(SETTLED).execute(Tuple.of((Object) people)))
                .map(rows -> {
                    Map<String, Long> settled = new HashMap<>();
                    rows.forEach(row -> settled.put(row.getString(0), row.getLong(1)));
                    return erasures.stream()
                            .filter(erasure -> settled.getOrDefault(erasure.person(), 0L) < erasure.erasures())
                            .toList();
                });
    }

    @Override
    public Uni<Void> erase(Erasure erasure) {
        Person person = new Person(erasure.application(), erasure.personId());
        return StoreFailure.guardSql(pool.withTransaction(connection -> connection
                        .preparedQuery(ADD)
                        .execute(Tuple.of(erasure.person(), erasure.application()))
                        .chain(() ->
                                connection.preparedQuery(RAISE).execute(Tuple.of(erasure.person(), erasure.erasures())))
                        .chain(raised -> raised.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : MaterialisedStatuses.erase(connection, erasure.person(), erasure.erasures()))))
                .chain(() -> traces.remove(person))
                .chain(() -> advance(person, Module.FACE, erasure.erasures()))
                .chain(() -> advance(person, Module.VOICE, erasure.erasures()));
    }

    @Override
    public Uni<Void> settle(Erasure erasure) {
        return StoreFailure.guardSql(pool.preparedQuery(SETTLE).execute(Tuple.of(erasure.person(), erasure.erasures())))
                .replaceWithVoid();
    }

    /** Does not wait for the module's own service to say so; nothing older moves it back. */
    private Uni<Void> advance(Person person, Module module, long erasures) {
        return redis.advance(person, module, TemplateVersion.none(new Generation(erasures, 0)))
                .replaceWithVoid();
    }
}
