package io.traitgate.console.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.console.admin.ProblemException;
import io.traitgate.kit.event.EventMedia;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /admin/events}: the event log in its order. Without {@code after} the newest events; with the {@code next} of
 * the answer before, or the id of an event, what came in since; with {@code request} the events of that call.
 */
@Path("/admin/events")
@Singleton
final class EventResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final EventLog log;
    private final EventReader reader;

    @Inject
    EventResource(EventLog log, EventReader reader) {
        this.log = log;
        this.reader = reader;
    }

    @GET
    public Uni<EventList> list(
            @RestQuery @Nullable String application,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String request) {
        int size = limit(limit);
        if (request != null) {
            return log.ofRequest(request, application, size)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(found -> answer(found, 0));
        }
        if (after == null) {
            return log.newest(application, size)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(found -> answer(found, 0));
        }
        return position(after)
                .chain(position -> log.after(position, application, size)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(found -> answer(found, position)));
    }

    /** The media that are kept of an event, as they were sent. */
    @GET
    @Path("/{id}/media")
    public Uni<MediaList> media(@RestPath String id) {
        if (!ID.matcher(id).matches()) {
            throw ProblemException.notFound("There is no event with this id");
        }
        return log.withMedia(UUID.fromString(id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(row -> new MediaList(reader.media(
                        row.orElseThrow(() -> ProblemException.notFound("There is no event with this id")))));
    }

    private Uni<Long> position(String after) {
        if (POSITION.matcher(after).matches()) {
            return Uni.createFrom().item(Long.parseLong(after));
        }
        if (ID.matcher(after).matches()) {
            return log.positionOf(UUID.fromString(after))
                    .map(position ->
                            position.orElseThrow(() -> ProblemException.notFound("There is no event with this id")));
        }
        throw ProblemException.badRequest("after must be the next of an earlier answer, or the id of an event");
    }

    private EventList answer(List<LoggedEvent> found, long position) {
        long next = found.isEmpty() ? position : found.getLast().position();
        return new EventList(found.stream().map(reader::read).toList(), Long.toString(next));
    }

    private static int limit(@Nullable String limit) {
        String wanted = Objects.requireNonNullElse(limit, Integer.toString(DEFAULT_LIMIT));
        if (wanted.matches("\\d{1,3}")) {
            int size = Integer.parseInt(wanted);
            if (size >= 1 && size <= LARGEST_LIMIT) {
                return size;
            }
        }
        throw ProblemException.badRequest("limit must be a whole number from 1 to " + LARGEST_LIMIT);
    }

    /**
     * The answer of the list.
     *
     * @param next to be given as {@code after} by who reads on
     */
    record EventList(List<EventView> events, String next) {}

    /** The media of an event. */
    record MediaList(List<EventMedia> media) {}
}
