package io.traitgate.modality.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.traitgate.keys.PersonId;
import io.traitgate.modality.person.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as it is stored, before sealing. New fields are optional, so that the version before can read them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent")
record SessionRecord(
        int v,
        String application,
        String person,
        byte[] userId,
        String device,
        @Nullable String system,
        @Nullable Double height,
        @Nullable Double width,
        long openedAt) {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static SessionRecord of(Session session) {
        ClientDevice client = session.client();
        return new SessionRecord(
                VERSION,
                session.person().application(),
                session.person().id().value(),
                session.sealedUserId(),
                client.device(),
                client.system(),
                client.screenHeight(),
                client.screenWidth(),
                session.openedAt().toEpochMilli());
    }

    Session toSession(SessionId id) {
        return new Session(
                id,
                new Person(application, new PersonId(person)),
                userId,
                new ClientDevice(device, system, height, width),
                Instant.ofEpochMilli(openedAt));
    }

    byte[] encode() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws IllegalStateException if it is none
     */
    static SessionRecord decode(byte[] json) {
        try {
            return JSON.readValue(json, SessionRecord.class);
        } catch (IOException e) {
            throw new IllegalStateException("not a session record", e);
        }
    }
}
