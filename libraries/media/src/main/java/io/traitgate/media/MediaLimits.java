package io.traitgate.media;

import java.time.Duration;

/**
 * What one item may cost. Every bound is judged before the cost arises: sizes before decoding, pixels from the header.
 *
 * @param imageBytes largest image file, in bytes
 * @param videoBytes largest video file, in bytes
 * @param imagePixels most pixels of an image
 * @param videoPixels most pixels of one video frame
 * @param videoDuration longest video, counted from its packets
 * @param videoPackets most packets of all tracks together; bounds the work where time stamps lie
 * @param imageTime wall clock that decoding one image may take
 * @param videoTime wall clock that decoding one video may take
 */
public record MediaLimits(
        int imageBytes,
        int videoBytes,
        int imagePixels,
        int videoPixels,
        Duration videoDuration,
        int videoPackets,
        Duration imageTime,
        Duration videoTime) {

    public MediaLimits {
        requirePositive("imageBytes", imageBytes);
        requirePositive("videoBytes", videoBytes);
        requirePositive("imagePixels", imagePixels);
        requirePositive("videoPixels", videoPixels);
        requirePositive("videoDuration", videoDuration.toMillis());
        requirePositive("videoPackets", videoPackets);
        requirePositive("imageTime", imageTime.toMillis());
        requirePositive("videoTime", videoTime.toMillis());
    }

    /**
     * The limits of the public API. Twelve megapixels are counted as {@code 12 * 2^20}, so that the 4032 x 3024 of
     * cameras sold as "12 megapixels" pass.
     */
    public static MediaLimits defaults() {
        return new MediaLimits(
                512_000,
                1_500_000,
                12 << 20,
                4 << 20,
                Duration.ofSeconds(4),
                1_500,
                Duration.ofSeconds(3),
                Duration.ofSeconds(6));
    }

    /** The largest item of any kind, in bytes. */
    public int itemBytes() {
        return Math.max(imageBytes, videoBytes);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s is %d and must be positive".formatted(name, value));
        }
    }
}
