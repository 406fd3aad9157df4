package io.traitgate.kit.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this service follows the settings of applications. */
@ConfigMapping(prefix = "traitgate.application-settings")
interface FollowSettings {
    /** True unless the service has no use for them, as the console, which owns them. */
    @WithDefault("true")
    boolean follow();
}
