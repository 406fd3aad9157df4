package io.traitgate.console.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Where a change leaves the records that tell of it, in its own transaction: they are sent if and only if the change
 * is committed. A change locks the row it changes before it adds a record, so that the records of one key have the
 * order of the changes.
 */
@Singleton
public final class Outbox implements PanacheRepositoryBase<OutboxEntry, Long> {

    private static final String ADD =
            "INSERT INTO outbox (topic, record_key, record_value, created_at) VALUES ($1, $2, $3, $4)";

    private final Clock clock;

    @Inject
    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Adds a record; the caller wakes {@link OutboxPublisher} once the transaction is committed. */
    public Uni<Void> add(OutboxRecord message) {
        return persist(new OutboxEntry(message, clock.instant())).replaceWithVoid();
    }

    /** The same within a transaction of plain SQL. */
    public Uni<Void> add(SqlConnection transaction, OutboxRecord message) {
        byte @Nullable [] value = message.value();
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        message.topic().topicName(),
                        message.key(),
                        value == null ? null : Buffer.buffer(value),
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
