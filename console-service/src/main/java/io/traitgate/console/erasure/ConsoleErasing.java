package io.traitgate.console.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.console.event.EventTopic;
import io.traitgate.console.event.PersonEvents;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.kit.erasure.PersonErasing;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Erases what the console keeps of people: their events. One transaction, under the lock of the person's row, raises the
 * number, destroys the keys below it and deletes the events; then what is on the topic of events is taken, those of the
 * person left out, and deleted there.
 */
@Singleton
final class ConsoleErasing implements PersonErasing {

    private static final String KNOWN = "SELECT person, ordered, settled FROM person WHERE person = ANY ($1)";

    private static final String DESTROY_KEYS = "DELETE FROM data_key WHERE person = $1 AND erasures < $2";

    private static final String SETTLE = "UPDATE person SET settled = $2 WHERE person = $1 AND settled < $2";

    private final Pool pool;
    private final PersonRows rows;
    private final ErasureOrders orders;
    private final EventTopic topic;

    @Inject
    ConsoleErasing(Pool pool, PersonRows rows, ErasureOrders orders, EventTopic topic) {
        this.pool = pool;
        this.rows = rows;
        this.orders = orders;
        this.topic = topic;
    }

    /** What is known here to be ordered later than a record says is said again: an older backup had spoken. */
    @Override
    public Uni<List<Erasure>> unsettled(List<Erasure> erasures) {
        Map<String, Erasure> newest = new HashMap<>();
        erasures.forEach(erasure -> newest.merge(
                erasure.person(), erasure, (one, other) -> one.erasures() >= other.erasures() ? one : other));
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of((Object) newest.keySet().toArray(String[]::new)))
                .flatMap(found -> {
                    Map<String, Long> settled = new HashMap<>();
                    Map<String, Erasure> outdated = new HashMap<>();
                    found.forEach(row -> {
                        String person = row.getString(0);
                        settled.put(person, row.getLong(2));
                        Erasure told = newest.get(person);
                        if (told != null && told.erasures() < row.getLong(1)) {
                            outdated.put(person, told);
                        }
                    });
                    List<Erasure> open = newest.values().stream()
                            .filter(erasure -> settled.getOrDefault(erasure.person(), 0L) < erasure.erasures())
                            .toList();
                    return orders.repeat(outdated.values()).replaceWith(open);
                });
    }

    @Override
    public Uni<Void> erase(Erasure erasure) {
        Instant ordered = Instant.ofEpochMilli(erasure.requestedAt());
        return pool.withTransaction(connection -> rows.add(connection, erasure.application(), erasure.person())
                .chain(() -> rows.raise(connection, erasure.person(), erasure.erasures(), ordered))
                .chain(isNew -> isNew
                        ? connection
                                .preparedQuery(DESTROY_KEYS)
                                .execute(Tuple.of(erasure.person(), erasure.erasures()))
                                .chain(() -> PersonEvents.delete(connection, erasure.person()))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<Void> sweep() {
        return topic.drain();
    }

    @Override
    public Uni<Void> settle(Erasure erasure) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(erasure.person(), erasure.erasures()))
                .replaceWithVoid();
    }
}
