package io.traitgate.local.stores;

/** A store cannot be started or prepared. The message says what to do where something can be done. */
public final class StoreException extends RuntimeException {
    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
