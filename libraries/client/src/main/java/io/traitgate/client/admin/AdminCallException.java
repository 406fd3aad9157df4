package io.traitgate.client.admin;

import io.traitgate.client.ClientException;

/** A refusal by the admin API. Its message is the detail that the console gives, written for the operator. */
public final class AdminCallException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final int status;

    AdminCallException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
