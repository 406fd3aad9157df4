package io.traitgate.console.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Who holds something of people. */
@ConfigMapping(prefix = "traitgate.people")
interface PeopleSettings {

    /** The services whose confirmations make an erasure complete: all that are installed. */
    @WithDefault("session,face,console")
    Set<String> services();

    /** Where those are that are asked what they hold, by name. */
    Map<String, URI> routes();

    /** How long a service may take to tell. */
    @WithDefault("10s")
    Duration patience();
}
