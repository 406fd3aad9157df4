package io.traitgate.face.service.item;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.face.sample.FaceSample;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The items of one field of a request, judged, in the order of the request.
 *
 * @param results one for each item
 */
public record Items(List<ItemResult> results) {

    public Items {
        results = List.copyOf(results);
    }

    /** The items that can be used. */
    public List<ItemResult.Accepted> accepted() {
        return results.stream()
                .map(result -> result instanceof ItemResult.Accepted accepted ? accepted : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The faults of the items that cannot be used. */
    public Stream<ApiError> faults() {
        return results.stream()
                .flatMap(result ->
                        result instanceof ItemResult.Refused refused ? Stream.of(refused.error()) : Stream.empty());
    }

    /** The samples of all items that can be used. */
    public List<FaceSample> samples() {
        return accepted().stream().flatMap(item -> item.samples().stream()).toList();
    }

    /**
     * Goes on only if some item of every field can be used.
     *
     * @throws ApiException with the faults of all fields, in order, if one field has none
     */
    public static void requireSome(Items... fields) {
        if (Stream.of(fields).anyMatch(field -> field.accepted().isEmpty())) {
            throw ApiException.ofItems(Stream.of(fields).flatMap(Items::faults).toList());
        }
    }
}
