package io.traitgate.gateway.upstream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the way to a service needs to know about the call it belongs to. */
public interface CallInProgress {

    /** UUIDv7. */
    String id();

    /** The value of a header that is passed on as it came; null if there is none. */
    @Nullable
    String header(CharSequence name);

    /** Time until the caller is told that it ran out. */
    Duration timeLeft();

    /** Runs an action when the call is over, however it ends; at once if it is. */
    void atEnd(Runnable action);
}
