package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.traitgate.media.MediaDecoder;
import io.traitgate.media.MediaItem;
import io.traitgate.media.MediaLimits;
import io.traitgate.media.RgbImage;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;

/**
 * Decodes images in this process, with the worker's own code. It defends against nothing and is here to be measured
 * against: what a service is given by strangers goes to a {@link io.traitgate.media.pool.DecoderPool}. Thread-safe.
 */
public final class InProcessDecoder {
    private final ImageDecoder images = new ImageDecoder();
    private final MediaLimits limits;

    /** Loads the native libraries. */
    public InProcessDecoder(MediaLimits limits) {
        this.limits = limits;
        Loader.load(avcodec.class);
        Loader.load(swscale.class);
        av_log_set_level(AV_LOG_QUIET);
    }

    /**
     * The pixels of an image that comes from a trusted source.
     *
     * @throws IllegalArgumentException if it is none
     */
    public RgbImage decode(MediaItem image) {
        try (var scope = new PointerScope()) {
            return images.decode(new ImageTask(
                            image.type(), MediaDecoder.DEFAULT_LONGEST_SIDE, limits.imagePixels(), image.bytes()))
                    .pixels();
        } catch (RefusedException e) {
            throw new IllegalArgumentException("not an image that can be decoded: " + e.reason(), e);
        }
    }
}
