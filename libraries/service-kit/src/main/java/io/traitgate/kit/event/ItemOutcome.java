package io.traitgate.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a request, such as one photo.
 *
 * @param field the request's field, such as {@code faces}
 * @param index position in the field, from 0
 * @param code the AimBrain code of its refusal; null if it was accepted
 * @param why the case of the contract behind the code, for the operator; null if it was accepted
 * @param measures what was measured of it, by name, in the order of the measuring
 * @param failed the measure that refused it, with its limit; null if no measure did
 */
public record ItemOutcome(
        String field,
        int index,
        @Nullable Integer code,
        @Nullable String why,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> measures,
        @Nullable Failed failed) {

    public ItemOutcome {
        // Records of the first form have no measures.
        measures = measures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /** An item of which nothing was measured. */
    public ItemOutcome(String field, int index, @Nullable Integer code) {
        this(field, index, code, null, Map.of(), null);
    }

    /**
     * The measure that refused an item.
     *
     * @param measure its name, as in the measures
     * @param limit the value that it should have kept to
     * @param least whether the value is the least that is taken; else it is the largest
     */
    public record Failed(String measure, double limit, boolean least) {}
}
