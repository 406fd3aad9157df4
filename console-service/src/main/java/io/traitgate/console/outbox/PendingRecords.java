package io.traitgate.console.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The reading side of the outbox. A row is offered only when no older row of the same record key exists, also not
 * one that another instance is just sending: several instances share the work, and each key keeps its order.
 */
@Singleton
final class PendingRecords {

    private static final String OLDEST_OF_EACH_KEY = """
            SELECT o.id, o.topic, o.record_key, o.record_value
              FROM outbox o
             WHERE NOT EXISTS (SELECT 1 FROM outbox older
                                WHERE older.topic = o.topic AND older.record_key = o.record_key AND older.id < o.id)
             ORDER BY o.id
             LIMIT $1
               FOR UPDATE OF o SKIP LOCKED
            """;

    private final Pool pool;

    @Inject
    PendingRecords(Pool pool) {
        this.pool = pool;
    }

    /**
     * Hands up to {@code limit} rows to {@code send} and deletes those whose ids it returns, all in one transaction.
     *
     * @return what {@code send} made of the rows
     */
    Uni<Delivery> deliver(int limit, Function<List<PendingRecord>, Uni<Delivery>> send) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(OLDEST_OF_EACH_KEY)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PendingRecords::pending)
                        .toList())
                .flatMap(send::apply)
                .call(delivery -> delete(connection, delivery)));
    }

    /** How many records wait, whoever sends them. */
    Uni<Long> count() {
        return pool.query("SELECT count(*) FROM outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Uni<Void> delete(SqlConnection connection, Delivery delivery) {
        Long[] ids = delivery.acknowledged().toArray(Long[]::new);
        return connection
                .preparedQuery("DELETE FROM outbox WHERE id = ANY($1)")
                .execute(Tuple.of(ids))
                .replaceWithVoid();
    }

    private static PendingRecord pending(Row row) {
        var value = row.getBuffer(3);
        return new PendingRecord(
                row.getLong(0), row.getString(1), row.getString(2), value == null ? null : value.getBytes());
    }
}
