package io.traitgate.inference.lane;

import java.time.Duration;

/** The work was not taken because it would wait too long. Carries no stack trace: it is thrown most under overload. */
public final class LaneRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration estimatedWait;
    private final Duration retryAfter;

    LaneRefusedException(Duration estimatedWait, Duration retryAfter) {
        super("Refused: the estimated wait is " + estimatedWait.toMillis() + " ms", null, false, false);
        this.estimatedWait = estimatedWait;
        this.retryAfter = retryAfter;
    }

    /** How long the work would have waited for its start. */
    public Duration estimatedWait() {
        return estimatedWait;
    }

    /** When asking again makes sense, in whole seconds and at least one: the value of a Retry-After header. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
