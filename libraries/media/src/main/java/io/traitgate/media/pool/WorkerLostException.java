package io.traitgate.media.pool;

/** A worker died, was killed for taking too long, or said what no worker says; it is not to be used again. */
final class WorkerLostException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean timedOut;

    WorkerLostException(String message, boolean timedOut) {
        super(message, null, false, false);
        this.timedOut = timedOut;
    }

    boolean timedOut() {
        return timedOut;
    }
}
