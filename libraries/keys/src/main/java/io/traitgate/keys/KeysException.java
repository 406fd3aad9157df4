package io.traitgate.keys;

/**
 * A keyset file that is missing, unreadable or not what its place asks for.
 *
 * <p>Its message names the file and what to do, and never holds key material: it is meant for the operator who starts a
 * service.
 */
public final class KeysException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysException(String message) {
        super(message);
    }

    KeysException(String message, Throwable cause) {
        super(message, cause);
    }
}
