package io.traitgate.keys;

/**
 * Sealed bytes that were not opened: wrong key, wrong associated data, or changed bytes. Which of them is not told, and
 * cannot be.
 */
public final class UnsealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsealException(Throwable cause) {
        super("The sealed bytes cannot be opened with this key and this associated data", cause);
    }
}
