package io.traitgate.media;

import java.time.Duration;

/**
 * One frame of a video.
 *
 * @param image the pixels, upright, scaled down to the longest side that was asked for
 * @param at time since the first frame of the video
 */
public record VideoFrame(RgbImage image, Duration at) {}
