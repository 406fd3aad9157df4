package io.traitgate.kit.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A record of topic {@code application-settings}; its key is the application.
 *
 * @param version of the record's form: 1
 * @param settings the settings that differ from their defaults
 */
record SettingsRecord(int version, Settings settings) {
    private static final int KNOWN_VERSION = 1;

    @JsonCreator
    static SettingsRecord of(
            @JsonProperty(value = "v", required = true) int version,
            @JsonProperty(value = "settings", required = true) Map<String, JsonNode> settings) {
        if (version != KNOWN_VERSION) {
            throw new IllegalArgumentException("Version " + version + " of the settings record is not known");
        }
        return new SettingsRecord(version, new Settings(settings));
    }
}
