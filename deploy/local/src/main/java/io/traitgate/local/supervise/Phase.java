package io.traitgate.local.supervise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a process is in its life. */
public enum Phase {
    /** Not begun, since something it needs does not run yet. */
    WAITING,
    STARTING,
    READY,
    /** It ended by itself and will be started again after a pause. */
    CRASHED,
    /** It ended too often before it was ready for the first time, and is not started again. */
    FAILED,
    STOPPED;

    /** The name in JSON and for people. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
