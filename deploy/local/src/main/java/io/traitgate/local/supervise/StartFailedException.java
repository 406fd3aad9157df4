package io.traitgate.local.supervise;

/** A process could not be brought up. The message says why, with the end of its log. */
public final class StartFailedException extends RuntimeException {
    public StartFailedException(String message) {
        super(message);
    }
}
