package io.traitgate.console.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.console.people.PersonKey;
import io.traitgate.console.people.PersonKeys;
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
 * Seals events for the log, bound to application and id, so that no row can take the place of another: those about a person
 * with the person's key, which an erasure destroys, and those about nobody with the console's master keyset. The clear user
 * id stays sealed once more inside.
 */
@Singleton
final class EventVault {

    private static final String PURPOSE = "event";
    private static final String MEDIA = "event-media";
    private static final TypeReference<List<EventMedia>> MEDIA_LIST = new TypeReference<>() {};

    private final Sealer master;
    private final PersonKeys people;
    private final ObjectMapper json;

    @Inject
    EventVault(ServiceKeys keys, PersonKeys people, ObjectMapper json) {
        this.master = keys.master();
        this.people = people;
        this.json = json;
    }

    /**
     * The row of an event.
     *
     * @param key of the person it is about; null if it is about nobody
     */
    EventRow seal(ApiEvent event, @Nullable PersonKey key) throws IOException {
        UUID id = UUID.fromString(event.id());
        Sealer sealer = key == null ? master : key.sealer();
        return new EventRow(
                id,
                event.requestId(),
                event.application(),
                event.time(),
                event.route(),
                event.module(),
                event.person(),
                event.status(),
                sealer.seal(
                        json.writeValueAsBytes(event.with(withoutContent(event.media()))),
                        PURPOSE,
                        event.application(),
                        id.toString()),
                event.media().isEmpty()
                        ? null
                        : sealer.seal(json.writeValueAsBytes(event.media()), MEDIA, event.application(), id.toString()),
                key == null ? null : key.erasures(),
                null);
    }

    /** The event of a row. */
    ApiEvent open(EventRow row) throws IOException, UnsealException {
        byte[] opened = sealer(row)
                .open(row.details(), PURPOSE, row.application(), row.id().toString());
        return json.readValue(opened, ApiEvent.class);
    }

    /** The media of a row that was read with them; none where none are kept. */
    List<EventMedia> media(EventRow row) throws IOException, UnsealException {
        byte @Nullable [] sealed = row.media();
        return sealed == null
                ? List.of()
                : json.readValue(
                        sealer(row)
                                .open(sealed, MEDIA, row.application(), row.id().toString()),
                        MEDIA_LIST);
    }

    private Sealer sealer(EventRow row) {
        @Nullable Long erasures = row.erasures();
        if (erasures == null) {
            return master;
        }
        @Nullable String person = row.person();
        byte @Nullable [] wrapped = row.wrappedKey();
        if (person == null || wrapped == null) {
            throw new IllegalArgumentException("The key of this event was destroyed");
        }
        return people.opener(row.application(), person, erasures, wrapped);
    }

    /** What there is, for lists of events. */
    private static List<EventMedia> withoutContent(List<EventMedia> media) {
        return media.stream()
                .map(item -> new EventMedia(item.field(), item.index(), "", item.leftOut()))
                .toList();
    }
}
