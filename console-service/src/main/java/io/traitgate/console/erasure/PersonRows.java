package io.traitgate.console.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.kit.request.Deadline;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The rows of people, in transactions of their callers. */
@Singleton
final class PersonRows {

    private static final String ADD = "INSERT INTO person (person, application) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String RAISE = """
            UPDATE person SET erasures = $2, ordered = greatest(ordered, $2), ordered_at = coalesce(ordered_at, $4),
                   events_from = greatest(events_from, $3)
             WHERE person = $1 AND erasures < $2
            """;

    private static final String KEEP_FROM = """
            UPDATE person SET events_from = greatest(events_from, $3) WHERE person = $1 AND erasures = $2
            """;

    PersonRows() {}

    /** Makes the row where it is missing. */
    Uni<Void> add(SqlConnection transaction, String application, String person) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(person, application))
                .replaceWithVoid();
    }

    /** Begins a number, which locks the row; false if it or a later one has begun. */
    Uni<Boolean> raise(SqlConnection transaction, String person, long erasures, Instant ordered) {
        return transaction
                .preparedQuery(RAISE)
                .execute(Tuple.of(person, erasures, time(endOfCallsAt(ordered)), time(ordered)))
                .map(changed -> changed.rowCount() > 0);
    }

    /** Says that a service has erased the person of this number at a time. */
    Uni<Void> confirmed(SqlConnection transaction, String person, long erasures, Instant at) {
        return transaction
                .preparedQuery(KEEP_FROM)
                .execute(Tuple.of(person, erasures, time(endOfCallsAt(at))))
                .replaceWithVoid();
    }

    /** A call that was running then is told of later: as late as a call can end. */
    static Instant endOfCallsAt(Instant time) {
        return time.plus(Deadline.WHOLE);
    }

    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
