package io.traitgate.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often one API key may call. */
@ConfigMapping(prefix = "traitgate.rate-limit")
public interface RateSettings {

    /** Whether calls are counted at all. */
    @WithDefault("true")
    boolean enabled();

    /** Calls a key may make in each period, on average; at least 1. */
    @WithDefault("200")
    @Min(1)
    long calls();

    /** The period. */
    @WithDefault("1s")
    Duration period();

    /** Calls a key may make at once after a quiet time; at least 1. */
    @WithDefault("400")
    @Min(1)
    long burst();
}
