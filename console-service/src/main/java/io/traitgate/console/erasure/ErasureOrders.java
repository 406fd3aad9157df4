package io.traitgate.console.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.console.outbox.Outbox;
import io.traitgate.console.outbox.OutboxPublisher;
import io.traitgate.console.outbox.OutboxRecord;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.PersonId;
import io.traitgate.kit.erasure.Erasure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/**
 * Orders erasures: the next number of a person, in the database and, in the same transaction, for the topic. No number is
 * used twice, since a restored console has replayed the topic before it takes an order.
 */
@Singleton
final class ErasureOrders {

    private static final String APPLICATION = "SELECT 1 FROM application WHERE id = $1";

    private static final String NEXT = """
            UPDATE person SET ordered = greatest(ordered, erasures) + 1, ordered_at = $2 WHERE person = $1
            RETURNING ordered
            """;

    private static final String NEWEST = "SELECT ordered, ordered_at FROM person WHERE person = $1 FOR UPDATE";

    private final Pool pool;
    private final PersonRows rows;
    private final Outbox outbox;
    private final OutboxPublisher publisher;
    private final Clock clock;

    @Inject
    ErasureOrders(Pool pool, PersonRows rows, Outbox outbox, OutboxPublisher publisher, Clock clock) {
        this.pool = pool;
        this.rows = rows;
        this.outbox = outbox;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Orders that a person be erased, whether anything is known of them or not.
     *
     * @throws ProblemException (as failure) 404 for an unknown application
     */
    Uni<Void> order(String application, PersonId person) {
        Instant now = clock.instant();
        return pool.withTransaction(connection -> connection
                        .preparedQuery(APPLICATION)
                        .execute(Tuple.of(application))
                        .invoke(found -> {
                            if (found.rowCount() == 0) {
                                throw ProblemException.notFound("There is no such application");
                            }
                        })
                        .chain(() -> rows.add(connection, application, person.value()))
                        .chain(() ->
                                connection.preparedQuery(NEXT).execute(Tuple.of(person.value(), PersonRows.time(now))))
                        .chain(next -> publish(
                                connection,
                                Erasure.of(
                                        application,
                                        person,
                                        next.iterator().next().getLong(0),
                                        now))))
                .invoke(publisher::wake);
    }

    /** Says the newest orders of people again, of whom an older one was heard. */
    Uni<Void> repeat(Collection<Erasure> outdated) {
        return Multi.createFrom()
                .iterable(outdated)
                .onItem()
                .transformToUniAndConcatenate(heard -> pool.withTransaction(connection -> connection
                        .preparedQuery(NEWEST)
                        .execute(Tuple.of(heard.person()))
                        .map(found -> found.iterator().next())
                        .chain(row -> publish(
                                connection,
                                Erasure.of(
                                        heard.application(),
                                        heard.personId(),
                                        row.getLong(0),
                                        row.getOffsetDateTime(1).toInstant())))))
                .onItem()
                .ignoreAsUni()
                .invoke(() -> {
                    if (!outdated.isEmpty()) {
                        publisher.wake();
                    }
                });
    }

    private Uni<Void> publish(SqlConnection transaction, Erasure erasure) {
        return outbox.add(transaction, new OutboxRecord(Topic.ERASURES, erasure.person(), erasure.encode()));
    }
}
