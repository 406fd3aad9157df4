package io.traitgate.inference.lane;

import java.time.Duration;

/**
 * A kind of work whose pieces cost about the same, such as a photo or a video. The lanes measure each kind apart, since a
 * mean over both says nothing about a queue of either.
 *
 * @param name for the people who read logs
 * @param expected what a piece is taken to last until some were measured: better too long than too short, since what is
 *     let in too freely is begun in vain
 */
public record WorkKind(String name, Duration expected) {

    public WorkKind {
        if (!expected.isPositive()) {
            throw new IllegalArgumentException("expected must be positive: " + expected);
        }
    }
}
