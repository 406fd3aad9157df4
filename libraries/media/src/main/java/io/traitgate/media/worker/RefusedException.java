package io.traitgate.media.worker;

import io.traitgate.media.protocol.Refusal;

/** The file at hand cannot be decoded; the worker goes on with the next one. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    RefusedException(Refusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
