package io.traitgate.kit.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;

/** Settings with bounds, as services declare them. */
@ConfigMapping(prefix = "bounded")
interface BoundedSettings {
    @Min(1)
    @Max(20)
    @WithDefault("5")
    int samples();

    @DurationMax(seconds = 8)
    @WithDefault("PT5S")
    Duration patience();
}
