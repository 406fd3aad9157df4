package io.traitgate.console.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.keys.Sealer;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.kit.event.ApiEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;

/**
 * Seals events for the log with the console's master keyset, bound to application and id, so that no row can take the
 * place of another. The clear user id stays sealed once more inside. Until people can be erased no key is a person's own:
 * an event is gone when {@link EventRetention} has deleted it.
 */
@Singleton
final class EventVault {

    private static final String PURPOSE = "event";

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
                master.seal(json.writeValueAsBytes(event), PURPOSE, event.application(), id.toString()));
    }

    /** The event of a row. */
    ApiEvent open(EventRow row) throws IOException, UnsealException {
        byte[] opened =
                master.open(row.details(), PURPOSE, row.application(), row.id().toString());
        return json.readValue(opened, ApiEvent.class);
    }
}
