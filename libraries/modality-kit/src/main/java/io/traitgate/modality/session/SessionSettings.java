package io.traitgate.modality.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long sessions live. */
@ConfigMapping(prefix = "traitgate.session")
public interface SessionSettings {

    /** Life of a session after the last call that used it; 1 minute to 30 days. */
    @WithDefault("24H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration lifetime();
}
