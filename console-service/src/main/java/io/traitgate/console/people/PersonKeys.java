package io.traitgate.console.people;

import io.smallrye.mutiny.Uni;
import io.traitgate.keys.DataKey;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.kit.erasure.ErasureReplay;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The data keys of people: one for each person and erase number, stored wrapped by the console's master keyset and never
 * kept in memory. Nothing is opened before the erasures that were ordered earlier have been carried out: the database may
 * be an old copy. Sealing goes on meanwhile: what is sealed for a number that is over goes with it.
 */
@Singleton
public final class PersonKeys {

    private static final String WRAPPED_AS = "data-key";

    private static final String ADD_PEOPLE =
            "INSERT INTO person (person, application) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING";

    private static final String HOLD =
            "SELECT person, application, erasures, events_from FROM person WHERE person = ANY ($1) ORDER BY person FOR SHARE";

    private static final String CURRENT_KEYS = """
            SELECT k.person, k.wrapped
              FROM data_key k JOIN person p ON p.person = k.person AND p.erasures = k.erasures
             WHERE k.person = ANY ($1)
            """;

    private static final String ADD_KEY = """
            INSERT INTO data_key (person, erasures, wrapped, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """;

    private final Pool pool;
    private final Sealer master;
    private final ErasureReplay replay;
    private final Clock clock;

    @Inject
    PersonKeys(Pool pool, ServiceKeys keys, ErasureReplay replay, Clock clock) {
        this.pool = pool;
        this.master = keys.master();
        this.replay = replay;
        this.clock = clock;
    }

    /**
     * The current keys of people, made where they are missing. Who keeps something that one of them sealed does it in a
     * transaction that {@link #numbers holds} the person at the same number.
     *
     * @param applications of the people, by person
     */
    public Uni<Map<String, PersonKey>> current(SortedMap<String, String> applications) {
        if (applications.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String[] people = applications.keySet().toArray(String[]::new);
        String[] owners = applications.values().toArray(String[]::new);
        return pool.withTransaction(connection -> connection
                .preparedQuery(ADD_PEOPLE)
                .execute(Tuple.of(people, owners))
                .chain(() -> connection.preparedQuery(HOLD).execute(Tuple.of(people)))
                .map(PersonKeys::held)
                .chain(held -> wrapped(connection, people)
                        .chain(found -> found.size() == held.size()
                                ? Uni.createFrom().item(found)
                                : add(connection, held, found).chain(() -> wrapped(connection, people)))
                        .map(wrapped -> keys(held, wrapped))));
    }

    /** The erase numbers of people, who are held at them until the transaction ends. */
    public static Uni<Map<String, Long>> numbers(SqlConnection connection, List<String> people) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(people.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Long> numbers = new HashMap<>();
                    rows.forEach(row -> numbers.put(row.getString(0), row.getLong(2)));
                    return numbers;
                });
    }

    /**
     * What opens things that were sealed under an erase number whose wrapped key is still there.
     *
     * @throws IllegalArgumentException while it is not known who has been erased
     */
    public Sealer opener(String application, String person, long erasures, byte[] wrapped) {
        if (!replay.isDone()) {
            throw new IllegalArgumentException("Erasures are not carried out yet");
        }
        return sealer(application, person, erasures, wrapped);
    }

    private Sealer sealer(String application, String person, long erasures, byte[] wrapped) {
        return DataKey.unwrap(master, wrapped, associatedData(application, person, erasures))
                .sealer();
    }

    private Uni<Void> add(SqlConnection connection, List<Held> held, Map<String, byte[]> found) {
        List<Tuple> missing = held.stream()
                .filter(person -> !found.containsKey(person.person))
                .map(person -> Tuple.of(
                        person.person,
                        person.erasures,
                        Buffer.buffer(DataKey.generate()
                                .wrap(master, associatedData(person.application, person.person, person.erasures))),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .toList();
        return connection.preparedQuery(ADD_KEY).executeBatch(missing).replaceWithVoid();
    }

    private static Uni<Map<String, byte[]>> wrapped(SqlConnection connection, String[] people) {
        return connection.preparedQuery(CURRENT_KEYS).execute(Tuple.of(people)).map(rows -> {
            Map<String, byte[]> wrapped = new HashMap<>();
            rows.forEach(row -> wrapped.put(row.getString(0), row.getBuffer(1).getBytes()));
            return wrapped;
        });
    }

    private static List<Held> held(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                        new Held(row.getString(0), row.getString(1), row.getLong(2), instant(row.getOffsetDateTime(3))))
                .toList();
    }

    private Map<String, PersonKey> keys(List<Held> held, Map<String, byte[]> wrapped) {
        Map<String, PersonKey> keys = new HashMap<>();
        for (Held person : held) {
            byte @Nullable [] key = wrapped.get(person.person);
            if (key != null) {
                Sealer sealer = sealer(person.application, person.person, person.erasures, key);
                keys.put(person.person, new PersonKey(person.erasures, person.eventsFrom, sealer));
            }
        }
        return keys;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String[] associatedData(String application, String person, long erasures) {
        return new String[] {WRAPPED_AS, application, person, Long.toString(erasures)};
    }

    private record Held(
            String person,
            String application,
            long erasures,
            @Nullable Instant eventsFrom) {}
}
