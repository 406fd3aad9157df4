package io.traitgate.contract.error;

import java.util.List;

/**
 * The body of every answer other than 200.
 *
 * @param error always the description of the first item: some clients show only this
 * @param errors at least one item
 */
public record ErrorAnswer(String error, List<ErrorItem> errors) {

    public ErrorAnswer {
        errors = List.copyOf(errors);
        if (errors.isEmpty() || !errors.getFirst().description().equals(error)) {
            throw new IllegalArgumentException("an error answer repeats the description of its first item");
        }
    }

    /** The answer for these items, in order. */
    public static ErrorAnswer of(List<ErrorItem> items) {
        return new ErrorAnswer(items.getFirst().description(), items);
    }

    /** The answer for one case of the catalogue. */
    public static ErrorAnswer of(ApiError error) {
        return of(List.of(error.item()));
    }
}
