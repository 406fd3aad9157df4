package io.traitgate.kit.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The settings of one application, by names such as {@code face.enroll.min}.
 *
 * <p>The console publishes only what it has checked. A value of another type than asked for is logged and the default
 * counts, so a default must be the safe choice.
 */
public final class Settings {
    /** Nothing set: every look-up gives its default. */
    public static final Settings NONE = new Settings(Map.of());

    private static final Logger LOG = Logger.getLogger(Settings.class);

    private final Map<String, JsonNode> values;

    /** Settings with these values. */
    public Settings(Map<String, JsonNode> values) {
        this.values = Map.copyOf(values);
    }

    /** A whole number. */
    public int integer(String name, int otherwise) {
        return find(
                        name,
                        value -> Optional.of(value)
                                .filter(JsonNode::canConvertToInt)
                                .filter(JsonNode::isIntegralNumber)
                                .map(JsonNode::intValue))
                .orElse(otherwise);
    }

    /** A number. */
    public double decimal(String name, double otherwise) {
        return find(name, value -> Optional.of(value).filter(JsonNode::isNumber).map(JsonNode::doubleValue))
                .orElse(otherwise);
    }

    /** True or false. */
    public boolean flag(String name, boolean otherwise) {
        return find(
                        name,
                        value -> Optional.of(value).filter(JsonNode::isBoolean).map(JsonNode::booleanValue))
                .orElse(otherwise);
    }

    /** A text. */
    public String text(String name, String otherwise) {
        return find(name, value -> Optional.ofNullable(value.textValue())).orElse(otherwise);
    }

    /** A duration in ISO 8601, such as {@code PT30S}. */
    public Duration duration(String name, Duration otherwise) {
        return find(name, Settings::asDuration).orElse(otherwise);
    }

    private <T> Optional<T> find(String name, Function<JsonNode, Optional<T>> read) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        Optional<T> found = read.apply(value);
        if (found.isEmpty()) {
            LOG.warnf("Setting %s of an application has the wrong type, its default counts", name);
        }
        return found;
    }

    private static Optional<Duration> asDuration(JsonNode value) {
        try {
            return Optional.ofNullable(value.textValue()).map(Duration::parse);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
