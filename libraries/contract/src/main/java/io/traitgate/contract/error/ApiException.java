package io.traitgate.contract.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal the caller is told about, with status and items of the catalogue. It is control flow, not a defect:
 * it has no stack trace and holds nothing that must not leave the house.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ErrorItem> errors;
    private final transient @Nullable Duration retryAfter;
    private final int status;

    public ApiException(ApiError error) {
        this(error.status(), List.of(error.item()), null);
    }

    private ApiException(int status, List<ErrorItem> errors, @Nullable Duration retryAfter) {
        super(errors.getFirst().description(), null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** 400/106: a required field is absent or null. */
    public static ApiException missingParameter(String name) {
        return named(ApiError.MISSING_PARAMETER, name);
    }

    /** 400/106: a field has the wrong type or a value out of range. */
    public static ApiException invalidParameter(String name) {
        return named(ApiError.INVALID_PARAMETER, name);
    }

    /**
     * One entry per failed item, in the order of the request; the status is that of the first.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ApiException ofItems(List<ApiError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("no item failed");
        }
        return new ApiException(
                errors.getFirst().status(), errors.stream().map(ApiError::item).toList(), null);
    }

    /** A refusal that ends by itself: the caller may come again after this time, rounded up to whole seconds. */
    public static ApiException retryAfter(ApiError error, Duration retryAfter) {
        return new ApiException(error.status(), List.of(error.item()), retryAfter);
    }

    private static ApiException named(ApiError error, String parameter) {
        return new ApiException(
                error.status(), List.of(new ErrorItem(error.description() + ": " + parameter, error.code())), null);
    }

    public int status() {
        return status;
    }

    /** At least one. */
    public List<ErrorItem> errors() {
        return errors;
    }

    /** Present if the answer should carry {@code Retry-After}. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public ErrorAnswer answer() {
        return ErrorAnswer.of(errors);
    }
}
