package io.traitgate.modality.redis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How Redis is used. */
@ConfigMapping(prefix = "traitgate.redis")
public interface RedisSettings {

    /** Where Redis is; the form {@code redis[s]://[user:password@]host:port[/database]}. */
    @WithDefault("redis://localhost:6379")
    String url();

    /** Whether a service refuses to start on a Redis that evicts, or that keeps no append-only file. */
    @WithDefault("true")
    boolean requireDurable();
}
