package io.traitgate.console.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventMedia;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals events for the log with the console's master keyset, bound to application and id, so that no row can take the
 * place of another. The clear user id stays sealed once more inside. Until people can be erased no key is a person's own:
 * an event is gone when {@link EventRetention} has deleted it.
 */
@Singleton
final class EventVault {

    private static final String PURPOSE = "event";
    private static final String MEDIA = "event-media";
    private static final TypeReference<List<EventMedia>> MEDIA_LIST = new TypeReference<>() {};

    private final Sealer master;
    private final ObjectMapper json;

    @Inject
    EventVault(ServiceKeys keys, ObjectMapper json) {
        this.master = keys.master();
        this.json = json;
    }

    /** The row of an event. */
    EventRow seal(ApiEvent event) throws IOException {
        UUID id = UUID.fromString(event.id());
        return new EventRow(
                id,
                event.requestId(),
                event.application(),
                event.time(),
                event.route(),
                event.module(),
                event.person(),
                event.status(),
                master.seal(
                        json.writeValueAsBytes(event.with(withoutContent(event.media()))),
                        PURPOSE,
                        event.application(),
                        id.toString()),
                event.media().isEmpty()
                        ? null
                        : master.seal(
                                json.writeValueAsBytes(event.media()), MEDIA, event.application(), id.toString()));
    }

    /** The event of a row. */
    ApiEvent open(EventRow row) throws IOException, UnsealException {
        byte[] opened =
                master.open(row.details(), PURPOSE, row.application(), row.id().toString());
        return json.readValue(opened, ApiEvent.class);
    }

    /** The media of a row that was read with them; none where none are kept. */
    List<EventMedia> media(EventRow row) throws IOException, UnsealException {
        byte @Nullable [] sealed = row.media();
        return sealed == null
                ? List.of()
                : json.readValue(
                        master.open(sealed, MEDIA, row.application(), row.id().toString()), MEDIA_LIST);
    }

    /** What there is, for lists of events. */
    private static List<EventMedia> withoutContent(List<EventMedia> media) {
        return media.stream()
                .map(item -> new EventMedia(item.field(), item.index(), "", item.leftOut()))
                .toList();
    }
}
