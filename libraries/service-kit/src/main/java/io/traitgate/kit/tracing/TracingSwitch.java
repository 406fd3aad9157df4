package io.traitgate.kit.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes traces where a collector is named, and else turns all of it off: no exporter that complains, no spans that nobody
 * reads. A collector is named by {@code traitgate.tracing.endpoint} or by OpenTelemetry's own variable, and spoken to with
 * OTLP over HTTP unless {@code OTEL_EXPORTER_OTLP_PROTOCOL} says {@code grpc}.
 */
public final class TracingSwitch implements ConfigSourceFactory {
    private static final List<String> ENDPOINTS =
            List.of("traitgate.tracing.endpoint", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT");

    /** Whoever sets Quarkus' own keys gets what they say. */
    private static final int BELOW_ALL_FILES = 90;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> keys = ENDPOINTS.stream()
                .flatMap(name -> value(context, name))
                .findFirst()
                .map(endpoint -> on(context, endpoint))
                .orElseGet(() -> Map.of("quarkus.otel.sdk.disabled", "true"));
        return List.of(new PropertiesConfigSource(keys, "tracing", BELOW_ALL_FILES));
    }

    private static Map<String, String> on(ConfigSourceContext context, String endpoint) {
        return Map.of(
                "quarkus.otel.sdk.disabled",
                "false",
                "quarkus.otel.exporter.otlp.endpoint",
                endpoint,
                "quarkus.otel.exporter.otlp.protocol",
                value(context, "OTEL_EXPORTER_OTLP_PROTOCOL").findFirst().orElse("http/protobuf"));
    }

    private static Stream<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name)).map(ConfigValue::getValue).stream()
                .filter(value -> !value.isBlank());
    }
}
