package io.traitgate.contract.face;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/face/enroll} and {@code POST /v1/face/auth}.
 *
 * @param faces photos or videos in base64, 1 to 20
 */
public record FaceItemsRequest(
        String session, List<String> faces, @Nullable String metadata) {

    public FaceItemsRequest {
        faces = List.copyOf(faces);
    }

    /** Without the media. */
    @Override
    public String toString() {
        return "FaceItemsRequest[faces=" + faces.size() + "]";
    }
}
