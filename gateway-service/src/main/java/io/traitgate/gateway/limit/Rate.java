package io.traitgate.gateway.limit;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may call. */
interface Rate {

    /** Whether calls are counted at all. */
    @WithDefault("true")
    boolean enabled();

    /** Calls in each period, on average; at least 1. */
    long calls();

    /** The period. */
    @WithDefault("1s")
    Duration period();

    /** Calls at once after a quiet time; at least 1. */
    long burst();
}
