package io.traitgate.media;

import io.traitgate.contract.error.ApiError;

/**
 * Decides which files are taken as an element of {@code faces}, and in which words the others are refused. Looks at
 * types and sizes only; whether the file can be decoded is the decoder's finding.
 *
 * @param limits the sizes
 * @param pngAccepted false to refuse PNG as the original service did
 */
public record FaceMedia(MediaLimits limits, boolean pngAccepted) {

    /**
     * Admits one decoded element.
     *
     * @throws MediaException {@code NO_IMAGE_DATA}, {@code UNSUPPORTED_IMAGE_TYPE}, {@code NO_VIDEO},
     *     {@code UNSUPPORTED_FILE_TYPE}, {@code UNSUPPORTED_MIME_TYPE}, {@code MULTIPLE_FILE_TYPES} or
     *     {@code ITEM_TOO_BIG}
     */
    public MediaItem admit(byte[] bytes) {
        var type = MediaType.of(bytes);
        var limit = switch (type.kind()) {
            case IMAGE -> imageLimit(type);
            case VIDEO -> limits.videoBytes();
            case AUDIO -> throw new MediaException(ApiError.NO_VIDEO);
            case UNSUPPORTED_VIDEO -> throw new MediaException(ApiError.UNSUPPORTED_FILE_TYPE);
            case DOCUMENT -> throw new MediaException(ApiError.UNSUPPORTED_MIME_TYPE);
            case NOTHING -> throw new MediaException(refusal(type));
        };
        if (bytes.length > limit) {
            throw new MediaException(ApiError.ITEM_TOO_BIG);
        }
        return new MediaItem(type, bytes);
    }

    private int imageLimit(MediaType type) {
        if (type == MediaType.JPEG || type == MediaType.PNG && pngAccepted) {
            return limits.imageBytes();
        }
        throw new MediaException(ApiError.UNSUPPORTED_IMAGE_TYPE);
    }

    private static ApiError refusal(MediaType type) {
        return switch (type) {
            case EMPTY -> ApiError.NO_IMAGE_DATA;
            case SEVERAL -> ApiError.MULTIPLE_FILE_TYPES;
            default -> ApiError.UNSUPPORTED_FILE_TYPE;
        };
    }
}
