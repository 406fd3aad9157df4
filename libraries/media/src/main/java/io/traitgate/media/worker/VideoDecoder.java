package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.traitgate.media.protocol.DecodeTask.VideoTask;
import io.traitgate.media.protocol.Refusal;
import io.traitgate.media.protocol.Reply.Frame;
import io.traitgate.media.protocol.Reply.VideoEnd;
import java.io.IOException;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Videos: all packets are decoded, and the frames that come first after evenly spread times are sent on. */
final class VideoDecoder {
    /** What phones and browsers record. Every further codec is code that strangers can reach. */
    private static final Set<Integer> CODECS =
            Set.of(AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_VP8, AV_CODEC_ID_VP9);

    private final MemoryInput input = new MemoryInput();

    /**
     * Decodes a video and sends its frames as they come.
     *
     * @return the end of the answer
     * @throws RefusedException if it cannot be decoded or is out of bounds
     */
    VideoEnd decode(VideoTask task, FrameSink sink) throws IOException {
        try (var file = VideoFile.open(input, task)) {
            var parameters = file.track().codecpar();
            if (!CODECS.contains(parameters.codec_id())) {
                throw new RefusedException(Refusal.UNDECODABLE);
            }
            if ((long) parameters.width() * parameters.height() > task.maxPixels()) {
                throw new RefusedException(Refusal.VIDEO_OUT_OF_BOUNDS);
            }
            try (var run = new Run(file, task, sink)) {
                run.decode();
            }
            return new VideoEnd(file.durationMicros(), file.frameCount(), file.hasAudio());
        }
    }

    /** Takes the chosen frames. */
    interface FrameSink {
        void accept(Frame frame) throws IOException;
    }

    /** One pass over the packets. */
    private static final class Run implements AutoCloseable {
        private final VideoFile file;
        private final VideoTask task;
        private final FrameSink sink;
        private final FrameDecoder decoder;
        private final PixelConverter converter = new PixelConverter();
        private final FrameChoice choice;
        private int shown;
        private int sent;

        Run(VideoFile file, VideoTask task, FrameSink sink) {
            this.file = file;
            this.task = task;
            this.sink = sink;
            decoder = FrameDecoder.ofTrack(file.track(), task.maxPixels());
            choice = new FrameChoice(task.frames(), file.frameCount(), file.durationMicros());
        }

        void decode() throws IOException {
            for (var packet : file.packets()) {
                feed(packet);
            }
            feed(null);
            if (sent == 0) {
                throw new RefusedException(Refusal.UNDECODABLE);
            }
        }

        private void feed(@Nullable AVPacket packet) throws IOException {
            decoder.send(packet); // a faulty packet costs its frame, not the video
            for (var frame = decoder.receive(); frame != null; frame = decoder.receive()) {
                show(frame);
            }
        }

        private void show(AVFrame frame) throws IOException {
            var time = time(frame);
            shown++;
            if ((frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0 || sent == task.frames() || !choice.takes(time)) {
                return;
            }
            var image = file.orientation().apply(converter.convert(frame, task.longestSide()));
            sink.accept(new Frame(image, time));
            sent++;
        }

        /** Time since the first frame; without time stamps, frames are spread over the duration. */
        private long time(AVFrame frame) {
            var stamp = frame.best_effort_timestamp();
            return stamp == AV_NOPTS_VALUE
                    ? shown * file.durationMicros() / file.frameCount()
                    : Math.max(0, file.micros(stamp) - file.startMicros());
        }

        @Override
        public void close() {
            converter.close();
            decoder.close();
        }
    }
}
