package io.traitgate.modality.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. */
final class SteppedClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets it forward, or back. */
    void step(Duration by) {
        now = now.plus(by);
    }
}
