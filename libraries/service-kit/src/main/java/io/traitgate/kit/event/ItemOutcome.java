package io.traitgate.kit.event;

import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a request, such as one photo.
 *
 * @param field the request's field, such as {@code faces}
 * @param index position in the field, from 0
 * @param code the AimBrain code of its refusal; null if it was accepted
 */
public record ItemOutcome(String field, int index, @Nullable Integer code) {}
