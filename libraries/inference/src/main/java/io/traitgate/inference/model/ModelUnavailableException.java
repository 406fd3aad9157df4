package io.traitgate.inference.model;

import org.jspecify.annotations.Nullable;

/** A model could not be had or is not what was asked for; the message names role and reason for the operator. */
public final class ModelUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
