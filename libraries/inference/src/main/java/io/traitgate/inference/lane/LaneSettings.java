package io.traitgate.inference.lane;

import java.time.Duration;

/**
 * The size of the pool and its limits.
 *
 * @param lanes number of threads, 1 to 1024: one a core
 * @param maxWait an authentication whose estimated wait is longer is refused
 * @param maxQueuedBuilds builds beyond this number are refused, 1 or more
 */
public record LaneSettings(int lanes, Duration maxWait, int maxQueuedBuilds) {

    public LaneSettings {
        if (lanes < 1 || lanes > 1024) {
            throw new IllegalArgumentException("lanes must be 1 to 1024, not " + lanes);
        }
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait must not be negative: " + maxWait);
        }
        if (maxQueuedBuilds < 1) {
            throw new IllegalArgumentException("maxQueuedBuilds must be at least 1, not " + maxQueuedBuilds);
        }
    }

    /** One lane a core, 1 s of wait, 64 builds. */
    public static LaneSettings ofCores() {
        return new LaneSettings(Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(1), 64);
    }
}
