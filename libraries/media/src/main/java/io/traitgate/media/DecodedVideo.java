package io.traitgate.media;

import java.time.Duration;
import java.util.List;

/**
 * Frames of a decoded video, upright, in the order of time.
 *
 * @param frames at least one, at most as many as were asked for, evenly spread
 * @param duration what the video track lasts, counted from its packets
 * @param frameCount frames that the track holds
 * @param hasAudio true if there is an audio track with data
 */
public record DecodedVideo(List<VideoFrame> frames, Duration duration, int frameCount, boolean hasAudio) {
    public DecodedVideo {
        frames = List.copyOf(frames);
    }
}
