package io.traitgate.console.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.outbox.Outbox;
import io.traitgate.console.outbox.OutboxRecord;
import io.traitgate.contract.topic.Topic;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;

/** Settings as JSON: the document of their row, and the record that tells the services. */
@Singleton
final class SettingsPublication {

    private static final int VERSION = 1;
    private static final TypeReference<Map<String, JsonNode>> VALUES = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Outbox outbox;

    @Inject
    SettingsPublication(ObjectMapper json, Outbox outbox) {
        this.json = json;
        this.outbox = outbox;
    }

    /** Adds the record of settings whose application is locked by the caller's transaction. */
    Uni<Void> publish(String application, SettingsDocument settings) {
        SettingsRecord value = new SettingsRecord(VERSION, application, settings.values());
        try {
            return outbox.add(new OutboxRecord(Topic.APPLICATION_SETTINGS, application, json.writeValueAsBytes(value)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(SettingsDocument settings) {
        try {
            return json.writeValueAsString(settings.values());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    SettingsDocument read(String document) {
        try {
            return new SettingsDocument(json.readValue(document, VALUES));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The value of a record of {@code application-settings}, version 1.
     *
     * @param v the version of this form
     * @param settings what differs from the defaults
     */
    private record SettingsRecord(int v, String application, Map<String, JsonNode> settings) {}
}
