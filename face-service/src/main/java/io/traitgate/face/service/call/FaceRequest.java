package io.traitgate.face.service.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.kit.request.JsonRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a call that enrols or authenticates.
 *
 * @param session the session id as it was sent
 * @param faces base64 of 1 to {@link #MOST_ITEMS} items; null where an element is not a text
 * @param metadata what the answer repeats
 */
public record FaceRequest(
        String session,
        List<@Nullable String> faces,
        @Nullable String metadata) {

    /** More items are refused. */
    public static final int MOST_ITEMS = 20;

    /**
     * Reads the body.
     *
     * @throws ApiException with 400 for what is missing or too much
     */
    public static FaceRequest read(JsonRequest json) {
        return new FaceRequest(json.requiredText("session"), items(json, "faces"), json.metadata());
    }

    /**
     * The items of a field.
     *
     * @throws ApiException with 400/150 if there are none, with 400/106 if there are too many
     */
    public static List<@Nullable String> items(JsonRequest json, String field) {
        List<JsonNode> elements = json.array(field, ApiError.NO_FACES);
        if (elements.size() > MOST_ITEMS) {
            throw ApiException.invalidParameter(field);
        }
        List<@Nullable String> items = new ArrayList<>();
        for (JsonNode element : elements) {
            items.add(element.isTextual() ? element.textValue() : null);
        }
        return Collections.unmodifiableList(items);
    }

    /** Without the media. */
    @Override
    public String toString() {
        return "FaceRequest[faces=" + faces.size() + "]";
    }
}
