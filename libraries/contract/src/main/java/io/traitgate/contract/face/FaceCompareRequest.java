package io.traitgate.contract.face;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/face/compare}: nothing is stored.
 *
 * @param faces1 photos or videos in base64 of one face
 * @param faces2 those of the other
 * @param session ignored if unknown; names the event otherwise
 */
public record FaceCompareRequest(
        List<String> faces1,
        List<String> faces2,
        @Nullable String session,
        @Nullable String metadata) {

    public FaceCompareRequest {
        faces1 = List.copyOf(faces1);
        faces2 = List.copyOf(faces2);
    }

    /** Without the media. */
    @Override
    public String toString() {
        return "FaceCompareRequest[faces1=" + faces1.size() + ", faces2=" + faces2.size() + "]";
    }
}
