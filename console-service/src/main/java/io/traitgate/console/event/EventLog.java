package io.traitgate.console.event;

import io.smallrye.mutiny.Uni;
import io.traitgate.console.people.PersonKeys;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code event}. An event is kept once, however often it arrives. Positions become visible in their order,
 * since one transaction inserts at a time: who reads on after a position misses nothing.
 */
@Singleton
final class EventLog {

    /** Any number will do, as long as nothing else in this database locks it. */
    private static final long INSERT_LOCK = 0x7472_6169_7467L;

    private static final String INSERT = """
            INSERT INTO event (id, request_id, application, time, route, module, person, status, details, erasures, media)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String COLUMNS =
            "position, id, request_id, application, time, route, module, person, status, details, erasures,"
                    + " (SELECT wrapped FROM data_key k"
                    + " WHERE k.person = event.person AND k.erasures = event.erasures) AS wrapped";

    private static final String AFTER = "SELECT " + COLUMNS
            + " FROM event WHERE position > $1 AND ($2::text IS NULL OR application = $2) ORDER BY position LIMIT $3";

    private static final String NEWEST = "SELECT * FROM (SELECT " + COLUMNS
            + " FROM event WHERE $1::text IS NULL OR application = $1 ORDER BY position DESC LIMIT $2) newest"
            + " ORDER BY position";

    private static final String OF_REQUEST = "SELECT " + COLUMNS
            + " FROM event WHERE request_id = $1 AND ($2::text IS NULL OR application = $2) ORDER BY position LIMIT $3";

    private static final String WITH_MEDIA = "SELECT " + COLUMNS + ", media FROM event WHERE id = $1";

    private static final String OF_PERSON =
            "SELECT " + COLUMNS + ", media FROM event WHERE person = $1 ORDER BY position";

    private static final String DELETE_OF_APPLICATION = """
            DELETE FROM event
             WHERE position IN
                   (SELECT position FROM event WHERE application = $3 AND time < $1 ORDER BY time LIMIT $2)
            """;

    private static final String DELETE_OF_OTHERS = """
            DELETE FROM event
             WHERE position IN
                   (SELECT position FROM event WHERE application <> ALL ($3) AND time < $1 ORDER BY time LIMIT $2)
            """;

    private final Pool pool;

    @Inject
    EventLog(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adds the events that are not in the log yet, in one transaction. Those of people who were erased since their events
     * were sealed are left out: the key that could open them is destroyed.
     */
    Uni<Void> add(List<EventRow> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> people = events.stream()
                .filter(event -> event.erasures() != null)
                .flatMap(event -> Stream.ofNullable(event.person()))
                .distinct()
                .toList();
        return pool.withTransaction(connection -> lock(connection)
                .chain(() -> PersonKeys.numbers(connection, people))
                .map(numbers -> events.stream()
                        .filter(event ->
                                event.erasures() == null || event.erasures().equals(numbers.get(event.person())))
                        .map(EventLog::tuple)
                        .toList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid()));
    }

    /** The events behind a position, of one application or of all, in the order of the log. */
    Uni<List<LoggedEvent>> after(long position, @Nullable String application, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(position, application, limit))
                .map(EventLog::logged);
    }

    /** The last events of the log, of one application or of all, in the order of the log. */
    Uni<List<LoggedEvent>> newest(@Nullable String application, int limit) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(application, limit)).map(EventLog::logged);
    }

    /** The events of a call, of one application or of all, in the order of the log; there is one as a rule. */
    Uni<List<LoggedEvent>> ofRequest(String requestId, @Nullable String application, int limit) {
        return pool.preparedQuery(OF_REQUEST)
                .execute(Tuple.of(requestId, application, limit))
                .map(EventLog::logged);
    }

    /** An event with its media, if it is there. */
    Uni<Optional<EventRow>> withMedia(UUID id) {
        return pool.preparedQuery(WITH_MEDIA)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> eventRow(row, media(row)))
                        .findFirst());
    }

    /** All events of a person, with their media, in the order of the log. */
    Uni<List<EventRow>> of(String person) {
        return pool.preparedQuery(OF_PERSON)
                .execute(Tuple.of(person))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> eventRow(row, media(row)))
                        .toList());
    }

    /** How many events there are of a person. */
    Uni<Long> count(String person) {
        return pool.preparedQuery("SELECT count(*) FROM event WHERE person = $1")
                .execute(Tuple.of(person))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Where an event stands in the log, if it is there. */
    Uni<Optional<Long>> positionOf(UUID id) {
        return pool.preparedQuery("SELECT position FROM event WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong(0))
                        .findFirst());
    }

    /**
     * Deletes events of an application's calls before a time, up to a number, the oldest first; answers how many it were.
     */
    Uni<Integer> deleteBefore(Instant time, int limit, String application) {
        return pool.preparedQuery(DELETE_OF_APPLICATION)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC), limit, application))
                .map(RowSet::rowCount);
    }

    /** The same for the events of all but some applications. */
    Uni<Integer> deleteBefore(Instant time, int limit, Set<String> exceptions) {
        return pool.preparedQuery(DELETE_OF_OTHERS)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC), limit, exceptions.toArray(String[]::new)))
                .map(RowSet::rowCount);
    }

    private static Uni<Void> lock(SqlConnection connection) {
        return connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(INSERT_LOCK))
                .replaceWithVoid();
    }

    private static Tuple tuple(EventRow event) {
        return Tuple.tuple()
                .addUUID(event.id())
                .addString(event.requestId())
                .addString(event.application())
                .addOffsetDateTime(event.time().atOffset(ZoneOffset.UTC))
                .addString(event.route())
                .addString(event.module())
                .addString(event.person())
                .addInteger(event.status())
                .addBuffer(Buffer.buffer(event.details()))
                .addLong(event.erasures())
                .addValue(media(event));
    }

    /** The tuple's own method for buffers takes no null. */
    private static io.vertx.core.buffer.@Nullable Buffer media(EventRow event) {
        byte @Nullable [] media = event.media();
        return media == null ? null : io.vertx.core.buffer.Buffer.buffer(media);
    }

    private static List<LoggedEvent> logged(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(EventLog::logged)
                .toList();
    }

    private static LoggedEvent logged(Row row) {
        return new LoggedEvent(row.getLong(0), eventRow(row, null));
    }

    private static EventRow eventRow(Row row, byte @Nullable [] media) {
        return new EventRow(
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getOffsetDateTime(4).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInteger(8),
                row.getBuffer(9).getBytes(),
                media,
                row.getLong(10),
                bytes(row, 11));
    }

    private static byte @Nullable [] media(Row row) {
        return bytes(row, 12);
    }

    private static byte @Nullable [] bytes(Row row, int column) {
        @Nullable Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : bytes.getBytes();
    }
}
