package io.traitgate.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How often one API key may call, and how often one application may compare. */
@ConfigMapping(prefix = "traitgate.rate-limit")
public interface RateSettings extends Rate {

    @Override
    @WithDefault("200")
    @Min(1)
    long calls();

    @Override
    @WithDefault("400")
    @Min(1)
    long burst();

    /** Comparisons are counted as calls and, besides, here: for all keys of an application together. */
    Compare compare();

    /** How often one application may compare. */
    interface Compare extends Rate {

        @Override
        @WithDefault("20")
        @Min(1)
        long calls();

        @Override
        @WithDefault("40")
        @Min(1)
        long burst();
    }
}
