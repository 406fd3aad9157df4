package io.traitgate.client;

import io.traitgate.contract.error.ErrorItem;
import java.util.List;

/** A refusal by the API, with its status and codes. */
public final class ApiCallException extends ClientException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<ErrorItem> errors;

    ApiCallException(int status, List<ErrorItem> errors) {
        super(
                errors.isEmpty()
                        ? "The API answered " + status
                        : errors.getFirst().description());
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** What the API said, one entry for each item that failed; empty if the answer was not one of the API. */
    public List<ErrorItem> errors() {
        return errors;
    }

    /** Whether the API gives this code as a reason. */
    public boolean hasCode(int code) {
        return errors.stream().anyMatch(error -> error.code() == code);
    }
}
