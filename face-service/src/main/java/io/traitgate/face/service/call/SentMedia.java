package io.traitgate.face.service.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.traitgate.contract.Permission;
import io.traitgate.contract.error.ApiException;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventMedia;
import io.traitgate.kit.request.JsonRequest;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.kit.settings.ApplicationSettings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was sent with the event, where two have agreed to it: whoever gave the key the permission {@code debug}, and
 * whoever set {@code events.media} for the application. New keys have all permissions, so that one alone says little.
 */
@Singleton
final class SentMedia {

    private static final List<String> FIELDS = List.of("faces", "faces1", "faces2");

    private final ApplicationSettings settings;

    SentMedia(ApplicationSettings settings) {
        this.settings = settings;
    }

    /** Adds the media of a call to its event, or does not. */
    void note(SignedRequest request, ApiEvent.Draft event) {
        try {
            if (request.caller().may(Permission.DEBUG)
                    && settings.forApplication(request.application()).flag("events.media", false)) {
                event.media(media(request.json()));
            }
        } catch (ApiException neitherSettingsNorBody) {
            // The call itself is refused for the same reason.
        }
    }

    private static List<EventMedia> media(JsonRequest json) {
        List<EventMedia> media = new ArrayList<>();
        for (String field : FIELDS) {
            int index = 0;
            for (JsonNode item : json.field(field).orElseGet(MissingNode::getInstance)) {
                if (item.isTextual()) {
                    media.add(new EventMedia(field, index, item.textValue()));
                }
                index++;
            }
        }
        return media;
    }
}
