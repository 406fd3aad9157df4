package io.traitgate.media;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;

/**
 * One media item is refused, with the case of the contract that says why. Whether that fails the request or only the
 * item is for the caller to decide; it is control flow and carries no stack trace and nothing of the item.
 */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiError error;

    public MediaException(ApiError error) {
        super(error.name(), null, false, false);
        this.error = error;
    }

    /** The case of the contract. */
    public ApiError error() {
        return error;
    }

    /** The refusal of a whole request on account of this item. */
    public ApiException toApiException() {
        return new ApiException(error);
    }
}
