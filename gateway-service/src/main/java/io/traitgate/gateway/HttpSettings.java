package io.traitgate.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The public port. */
@ConfigMapping(prefix = "traitgate.http")
public interface HttpSettings {

    /** The port clients call; 0 for any free one. */
    @WithDefault("8080")
    @Min(0)
    @Max(65_535)
    int port();

    /** The address it is bound to. */
    @WithDefault("0.0.0.0")
    String host();

    /** The name of a {@code quarkus.tls} configuration; with it the port speaks TLS and HTTP/2. */
    Optional<String> tlsConfigurationName();

    /** Path prefixes under which clients reach the API through a proxy, such as {@code /gw}. */
    Optional<List<String>> externalPrefixes();

    /** Web origins that may call; {@code *} for all. */
    @WithDefault("*")
    List<String> corsOrigins();

    /**
     * Every call is answered within this time from the last byte of its body. The oldest client repeats a call after
     * 10 s, so this stays below 8 s.
     */
    @WithDefault("7800ms")
    Duration deadline();

    /** Connections without traffic are closed after this time; at least 60 s, since clients reuse connections. */
    @WithDefault("75s")
    Duration idleTimeout();

    /** An upload from which nothing came for this time is closed. */
    @WithDefault("30s")
    Duration stallTimeout();

    /**
     * An upload that is slower than so many bytes per second, on average from its head on, is closed as well:
     * otherwise a client that sends a byte now and then could keep its body in memory for as long as it likes.
     */
    @WithDefault("4K")
    MemorySize minimumRate();

    /** How long an upload may take before its rate is judged. */
    @WithDefault("10s")
    Duration minimumRateAfter();

    /** The memory for bodies; a quarter of the heap by default. */
    Optional<MemorySize> byteBudget();

    /** How much of a refused body is read and thrown away, so that the client sees the answer. */
    @WithDefault("16M")
    MemorySize drainLimit();

    /** How long a stop waits for running calls. */
    @WithDefault("10s")
    Duration shutdownTimeout();
}
