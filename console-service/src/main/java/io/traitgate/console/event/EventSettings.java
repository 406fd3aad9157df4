package io.traitgate.console.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the event log is kept. */
@ConfigMapping(prefix = "traitgate.events")
interface EventSettings {

    /** Events are deleted this long after their calls; backups of the database keep them as long as they are kept. */
    @WithDefault("90d")
    Duration retention();

    /** How often events that were kept long enough are looked for. */
    Duration retentionCheck();

    /** How often events that are in the log are deleted from their topic. */
    Duration topicCheck();
}
