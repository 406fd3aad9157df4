package io.traitgate.gateway.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How signatures are verified. */
@ConfigMapping(prefix = "traitgate.signature")
public interface SignatureSettings {

    /**
     * Whether bodies that are not ASCII may be signed as the web SDK signs them. Without it one accented letter
     * blocks a web client for good, since it sends a refused batch again with every later one.
     */
    @WithDefault("true")
    boolean webCompat();
}
