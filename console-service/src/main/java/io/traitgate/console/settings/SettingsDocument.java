package io.traitgate.console.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.console.admin.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is set for an application: known names with allowed values, in the order of the names.
 *
 * @param values by name; a setting that is not here has its default
 */
record SettingsDocument(Map<String, JsonNode> values) {

    static final SettingsDocument EMPTY = new SettingsDocument(Map.of());

    /**
     * What somebody wants to be set; null resets a setting to its default.
     *
     * @throws ProblemException 400 if a name is unknown or a value is not allowed
     */
    static SettingsDocument checked(@Nullable Map<String, JsonNode> wanted) {
        if (wanted == null) {
            throw ProblemException.badRequest("The body must be a JSON object with the object settings");
        }
        Map<String, JsonNode> values = new TreeMap<>();
        wanted.forEach((name, value) -> {
            KnownSetting setting = KnownSetting.of(name)
                    .orElseThrow(() -> ProblemException.badRequest(
                            "There is no setting of this name; there are " + KnownSetting.all()));
            if (value == null || value.isNull()) {
                return;
            }
            if (!setting.allows(value)) {
                throw ProblemException.badRequest("The value is not allowed for " + setting);
            }
            values.put(name, value);
        });
        return new SettingsDocument(values);
    }
}
