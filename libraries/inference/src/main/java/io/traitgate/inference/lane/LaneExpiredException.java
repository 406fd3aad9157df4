package io.traitgate.inference.lane;

/** The time left had run out before the work could start; nothing of it was done. */
public final class LaneExpiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaneExpiredException() {
        super("The time left ran out before a lane was free", null, false, false);
    }
}
