package io.traitgate.console.admin;

import jakarta.ws.rs.core.Response.Status;

/** A request to the admin API that cannot be served, with what the operator is told. Carries no stack trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    private ProblemException(Status status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** The request is not what the API expects: 400. */
    public static ProblemException badRequest(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }

    /** What the request names does not exist: 404. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(Status.NOT_FOUND, detail);
    }

    /** What the request names exists already, or is in a state that does not allow the change: 409. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(Status.CONFLICT, detail);
    }

    Status status() {
        return status;
    }

    Problem problem() {
        return new Problem(status, String.valueOf(getMessage()));
    }
}
