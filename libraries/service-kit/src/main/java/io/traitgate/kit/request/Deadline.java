package io.traitgate.kit.request;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer is still worth anything: then the gateway has answered in its place.
 *
 * @param clock by which it passes
 * @param end when it passes
 */
public record Deadline(Clock clock, Instant end) {
    /** The whole time of a call, from the last byte of its body. */
    public static final Duration WHOLE = Duration.ofSeconds(8);

    /** The deadline after this time from now. */
    public static Deadline in(Duration left, Clock clock) {
        return new Deadline(clock, clock.instant().plus(left));
    }

    /** The time left, never negative. */
    public Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Refuses to begin what cannot be finished.
     *
     * @param needed how long the work takes
     * @throws ApiException 500/170 if less time is left
     */
    public void require(Duration needed) {
        if (left().compareTo(needed) < 0) {
            throw new ApiException(ApiError.TIMEOUT);
        }
    }

    /** The same work, but failing with 500/170 when the time is over; the work itself is cancelled. */
    public <T> Uni<T> limit(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            require(Duration.ofMillis(1));
            return work.ifNoItem().after(left()).failWith(() -> new ApiException(ApiError.TIMEOUT));
        });
    }
}
