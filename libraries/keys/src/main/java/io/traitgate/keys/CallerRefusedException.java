package io.traitgate.keys;

/** A caller context that does not vouch for the request it came with. */
public final class CallerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for the service's own log and counters; the caller is told no more than that it was refused. */
    public enum Reason {
        /** No header, or not of its form. */
        MALFORMED,
        /** Not signed by a key of the gateway. */
        FORGED,
        /** Issued too long ago, or in the future. */
        OUT_OF_TIME,
        /** Issued for another method, path or body. */
        OTHER_REQUEST
    }

    private final Reason reason;

    CallerRefusedException(Reason reason) {
        super("Caller context refused: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
