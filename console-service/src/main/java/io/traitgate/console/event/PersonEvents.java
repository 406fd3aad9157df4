package io.traitgate.console.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.kit.event.EventMedia;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one person: counted, told in full, and deleted. */
@Singleton
public final class PersonEvents {

    private static final String DELETE = "DELETE FROM event WHERE person = $1";

    private final EventLog log;
    private final EventReader reader;

    @Inject
    PersonEvents(EventLog log, EventReader reader) {
        this.log = log;
        this.reader = reader;
    }

    /** How many there are. */
    public Uni<Long> count(String person) {
        return log.count(person);
    }

    /** All of them with their media, as fields of JSON. */
    public Uni<List<Told>> all(String person) {
        return log.of(person)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream()
                        .map(row -> new Told(
                                reader.read(new LoggedEvent(0, row)), row.media() == null ? null : reader.media(row)))
                        .toList());
    }

    /** Deletes all of them, within a transaction. */
    public static Uni<Void> delete(SqlConnection transaction, String person) {
        return transaction.preparedQuery(DELETE).execute(Tuple.of(person)).replaceWithVoid();
    }

    /** Deletes those of calls before a time, within a transaction. */
    public static Uni<Void> deleteBefore(SqlConnection transaction, String person, Instant time) {
        return transaction
                .preparedQuery(DELETE + " AND time < $2")
                .execute(Tuple.of(person, time.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /**
     * An event in full.
     *
     * @param event the event as the operator sees it
     * @param media what was sent, where it is kept
     */
    @SuppressWarnings("ClassEscapesDefinedScope")
    public record Told(Object event, @Nullable List<EventMedia> media) {}
}
