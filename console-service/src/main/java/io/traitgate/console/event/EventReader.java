package io.traitgate.console.event;

import io.traitgate.console.admin.ProblemException;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventMedia;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens events of the log for the operator; what cannot be opened is shown by its columns alone. */
@Singleton
final class EventReader {

    private static final Logger LOGGER = Logger.getLogger(EventReader.class);

    /** What session-service binds a sealed user id to, before application and person. */
    private static final String USER_ID = "user-id";

    private final EventVault vault;
    private final Unsealer unsealer;

    @Inject
    EventReader(EventVault vault, ServiceKeys keys) {
        this.vault = vault;
        this.unsealer = keys.unsealer();
    }

    EventView read(LoggedEvent logged) {
        try {
            ApiEvent event = vault.open(logged.event());
            return EventView.of(event, userId(event));
        } catch (UnsealException | IOException | IllegalArgumentException unreadable) {
            LOGGER.warnf("Event %s cannot be opened", logged.event().id());
            return columnsOf(logged.event());
        }
    }

    /**
     * The media that are kept of an event.
     *
     * @throws ProblemException 404 if it has none, or they cannot be opened
     */
    List<EventMedia> media(EventRow row) {
        try {
            List<EventMedia> media = vault.media(row);
            if (!media.isEmpty()) {
                return media;
            }
        } catch (UnsealException | IOException | IllegalArgumentException unreadable) {
            LOGGER.warnf("Media of event %s cannot be opened", row.id());
        }
        throw ProblemException.notFound("No media are kept of this event");
    }

    private @Nullable String userId(ApiEvent event) {
        if (event.sealedUserId() == null || event.person() == null) {
            return null;
        }
        byte[] sealed = Base64.getDecoder().decode(event.sealedUserId());
        return new String(unsealer.open(sealed, USER_ID, event.application(), event.person()), StandardCharsets.UTF_8);
    }

    private static EventView columnsOf(EventRow row) {
        return new EventView(
                row.id().toString(),
                row.time(),
                row.application(),
                row.requestId(),
                row.route(),
                row.module(),
                row.person(),
                null,
                row.status(),
                List.of(),
                List.of(),
                Map.of(),
                List.of("The details of this event cannot be opened with the keys of this console"),
                Map.of(),
                Map.of(),
                null,
                null,
                List.of());
    }
}
