package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BUFFER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOMEM;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.traitgate.media.protocol.Refusal;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** One FFmpeg decoder, single-threaded (a lane has one core), and the frame that it fills. */
final class FrameDecoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame frame;

    private FrameDecoder(int codec, int maxPixels) {
        var decoder = avcodec_find_decoder(codec);
        if (decoder == null) {
            throw new RefusedException(Refusal.UNDECODABLE);
        }
        context = avcodec_alloc_context3(decoder);
        frame = av_frame_alloc();
        if (context == null || frame == null) {
            throw new RefusedException(Refusal.OUT_OF_MEMORY);
        }
        context.thread_count(1);
        context.max_pixels(maxPixels);
    }

    /** A decoder that stops at the first fault: half an image is no image. */
    static FrameDecoder strict(int codec, int maxPixels) {
        var decoder = new FrameDecoder(codec, maxPixels);
        decoder.context.err_recognition(AV_EF_EXPLODE | AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER);
        return decoder.opened();
    }

    /** A decoder for a track, which goes on after a fault: a video survives the loss of a frame. */
    static FrameDecoder ofTrack(AVStream track, int maxPixels) {
        var decoder = new FrameDecoder(track.codecpar().codec_id(), maxPixels);
        if (avcodec_parameters_to_context(decoder.context, track.codecpar()) < 0) {
            decoder.close();
            throw new RefusedException(Refusal.UNDECODABLE);
        }
        decoder.context.pkt_timebase(track.time_base());
        return decoder.opened();
    }

    private FrameDecoder opened() {
        if (avcodec_open2(context, null, (AVDictionary) null) < 0) {
            close();
            throw new RefusedException(Refusal.UNDECODABLE);
        }
        return this;
    }

    /**
     * Hands over a packet.
     *
     * @param packet the packet, or null at the end of the track
     * @return false if the decoder found a fault in it
     * @throws RefusedException out of memory
     */
    boolean send(@Nullable AVPacket packet) {
        return passed(avcodec_send_packet(context, packet));
    }

    /**
     * The next decoded frame, valid until the next call, or null if there is none yet or the next packet was faulty.
     *
     * @throws RefusedException out of memory
     */
    @Nullable
    AVFrame receive() {
        return passed(avcodec_receive_frame(context, frame)) ? frame : null;
    }

    private static boolean passed(int result) {
        if (result == AVERROR_ENOMEM()) {
            throw new RefusedException(Refusal.OUT_OF_MEMORY);
        }
        return result >= 0;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
