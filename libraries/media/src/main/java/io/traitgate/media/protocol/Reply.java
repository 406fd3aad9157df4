package io.traitgate.media.protocol;

import io.traitgate.media.RgbImage;

/** What a worker says. The answer to a task ends with an {@link Image}, a {@link VideoEnd} or a {@link Refused}. */
public sealed interface Reply {

    /** Said once, when the native libraries are loaded. */
    record Ready() implements Reply {}

    /**
     * A decoded image, the whole answer.
     *
     * @param pixels upright and scaled
     * @param sourceWidth width before scaling, upright, in pixels
     * @param sourceHeight height before scaling, upright, in pixels
     */
    record Image(RgbImage pixels, int sourceWidth, int sourceHeight) implements Reply {}

    /**
     * A decoded frame of a video; more replies follow.
     *
     * @param pixels upright and scaled
     * @param atMicros time since the first frame, in microseconds
     */
    record Frame(RgbImage pixels, long atMicros) implements Reply {}

    /**
     * The end of a video.
     *
     * @param durationMicros of the video track, counted from its packets, in microseconds
     * @param frameCount frames of the video track
     * @param hasAudio true if there is an audio track with data
     */
    record VideoEnd(long durationMicros, int frameCount, boolean hasAudio) implements Reply {}

    /** The task cannot be done. */
    record Refused(Refusal reason) implements Reply {}
}
