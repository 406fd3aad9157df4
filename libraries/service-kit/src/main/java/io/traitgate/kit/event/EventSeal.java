package io.traitgate.kit.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.UnsealException;
import io.traitgate.keys.Unsealer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * The form of a record of topic {@code events}: its key is the application, its value the event as JSON, sealed to the
 * console and bound to topic and application.
 */
@Singleton
public final class EventSeal {
    private static final String PURPOSE = "events";

    private final ObjectMapper json;

    public EventSeal(ObjectMapper json) {
        this.json = json;
    }

    /** The record's value. */
    public byte[] seal(ApiEvent event, HybridSealer console) throws IOException {
        return console.seal(json.writeValueAsBytes(event), PURPOSE, event.application());
    }

    /**
     * The event of a record.
     *
     * @param application the record's key
     * @throws UnsealException if it was not sealed to this console for this application
     * @throws IOException if it is of a form that is not known
     */
    public ApiEvent open(String application, byte[] value, Unsealer console) throws IOException {
        return json.readValue(console.open(value, PURPOSE, application), ApiEvent.class);
    }
}
