package io.traitgate.media;

import java.util.concurrent.CompletionStage;

/**
 * Decodes media in another process, so that no stranger's bytes are decoded in this one. Answers asynchronously and
 * never blocks the caller. Cancelling a stage (through {@code toCompletableFuture()}) before its work begins saves the
 * work.
 *
 * <p>Every failure is an {@link MediaException}: what is wrong with the item in the words of
 * the contract, {@code TIMEOUT} or {@code OVERLOADED} when the decoder has no room, {@code API_ERROR} when it cannot be
 * started at all.
 */
public interface MediaDecoder {
    /** The longest side that faces need: enough to find a face that fills a tenth of the picture. */
    int DEFAULT_LONGEST_SIDE = 1600;

    /** The most frames that one call may ask for: four seconds at 60 a second. */
    int MAX_FRAMES = 240;

    /**
     * Decodes an image: orientation honoured, metadata dropped, transparent parts over white, scaled down (never up).
     *
     * @param item an image; {@code MALFORMED_IMAGE} if it is broken, cut short or has too many pixels
     * @param longestSide of the result, in pixels, at least 1
     */
    CompletionStage<DecodedImage> decodeImage(MediaItem item, int longestSide);

    /**
     * Decodes frames of a video: rotation of the container honoured, scaled down (never up).
     *
     * @param item a video; {@code LIVENESS_TIMEOUT} if it is too long or takes too long, {@code NO_VIDEO} without a
     *     video track, {@code NO_MEDIA} without any track, {@code UNDECODABLE_MEDIA} otherwise
     * @param longestSide of each frame, in pixels, at least 1
     * @param frames how many, evenly spread over the duration, 1 to {@link #MAX_FRAMES}
     */
    CompletionStage<DecodedVideo> decodeVideo(MediaItem item, int longestSide, int frames);

    /** An image with the longest side of {@link #DEFAULT_LONGEST_SIDE}. */
    default CompletionStage<DecodedImage> decodeImage(MediaItem item) {
        return decodeImage(item, DEFAULT_LONGEST_SIDE);
    }
}
