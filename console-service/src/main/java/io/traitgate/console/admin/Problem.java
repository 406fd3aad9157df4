package io.traitgate.console.admin;

import jakarta.ws.rs.core.Response.Status;

/**
 * An error answer of the admin API (RFC 9457). The detail is written for the operator and holds nothing secret.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the reason phrase of the status
 * @param status the HTTP status
 * @param detail what was wrong with this request
 */
record Problem(String type, String title, int status, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem(Status status, String detail) {
        this("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
    }
}
