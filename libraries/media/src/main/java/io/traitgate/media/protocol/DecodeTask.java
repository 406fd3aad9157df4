package io.traitgate.media.protocol;

import io.traitgate.media.MediaType;

/** One piece of work for a worker, with the limits that it has to keep. */
public sealed interface DecodeTask {

    /** The type that the service found in the bytes. */
    MediaType type();

    /** The longest side of the pictures in the answer, in pixels. */
    int longestSide();

    /** The most pixels that a stored picture may have. */
    int maxPixels();

    /** The whole file. */
    byte[] bytes();

    /** An image; answered by one {@link Reply.Image}. */
    record ImageTask(MediaType type, int longestSide, int maxPixels, byte[] bytes) implements DecodeTask {}

    /**
     * A video; answered by {@link Reply.Frame frames} in the order of time and one {@link Reply.VideoEnd}.
     *
     * @param frames how many frames at most
     * @param maxMillis the longest duration
     * @param maxPackets the most packets of all tracks together
     */
    record VideoTask(
            MediaType type, int longestSide, int maxPixels, int frames, int maxMillis, int maxPackets, byte[] bytes)
            implements DecodeTask {}
}
