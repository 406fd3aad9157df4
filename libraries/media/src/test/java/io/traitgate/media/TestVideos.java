package io.traitgate.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Videos recorded as phones and browsers do. The frames show the quarters of {@link TestPictures}; the middle grows
 * brighter with time.
 *
 * @param format name of the container
 * @param codec of the pictures, 0 for none
 * @param frames how many, at {@link #RATE} a second
 * @param hasSound true for a track of AAC
 */
public record TestVideos(String format, int codec, int width, int height, int frames, boolean hasSound) {
    public static final int RATE = 20;
    private static final int SAMPLES = 22_050;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    public static TestVideos phone(String format) {
        return new TestVideos(format, AV_CODEC_ID_H264, 320, 240, 2 * RATE, false);
    }

    public static TestVideos browser(boolean vp9) {
        return new TestVideos("webm", vp9 ? AV_CODEC_ID_VP9 : AV_CODEC_ID_VP8, 320, 240, 3 * RATE, false);
    }

    public static TestVideos ofUnreadCodec() {
        return new TestVideos("mp4", AV_CODEC_ID_MPEG4, 64, 48, RATE, false);
    }

    public TestVideos withFrames(int count) {
        return new TestVideos(format, codec, width, height, count, hasSound);
    }

    public TestVideos withSize(int newWidth, int newHeight) {
        return new TestVideos(format, codec, newWidth, newHeight, frames, hasSound);
    }

    public TestVideos withSound() {
        return new TestVideos(format, codec, width, height, frames, true);
    }

    public TestVideos withoutPictures() {
        return new TestVideos(format, 0, 0, 0, frames, true);
    }

    /** Grey level in the middle of a frame. */
    public static int level(int frame) {
        return 30 + frame * 2;
    }

    public byte[] record() {
        try {
            if (format.equals("webm")) {
                // A stream that cannot be rewound gets neither duration nor index, as from a browser.
                var bytes = new ByteArrayOutputStream();
                record(new FFmpegFrameRecorder(bytes, width, height, hasSound ? 1 : 0));
                return bytes.toByteArray();
            }
            Path file = Files.createTempFile("video", "." + format);
            try {
                record(new FFmpegFrameRecorder(file.toFile(), width, height, hasSound ? 1 : 0));
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(FFmpegFrameRecorder recorder) throws IOException {
        try (recorder) {
            recorder.setFormat(format);
            if (codec != 0) {
                recorder.setVideoCodec(codec);
                recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
                recorder.setFrameRate(RATE);
                recorder.setVideoBitrate(500_000);
                recorder.setVideoOption("deadline", "realtime");
                recorder.setVideoOption("cpu-used", "8");
            }
            if (hasSound) {
                recorder.setAudioCodec(AV_CODEC_ID_AAC);
                recorder.setSampleRate(SAMPLES);
            }
            recorder.start();
            for (var i = 0; i < frames; i++) {
                if (hasSound) {
                    recorder.recordSamples(SAMPLES, 1, ShortBuffer.allocate(SAMPLES / RATE));
                }
                if (codec != 0) {
                    recorder.record(frame(i), AV_PIX_FMT_RGB24);
                }
            }
        }
    }

    private Frame frame(int index) {
        var frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
        var pixels = (ByteBuffer) frame.image[0];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var middle = Math.abs(x * 2 - width) < width / 2 && Math.abs(y * 2 - height) < height / 2;
                var colour =
                        middle ? level(index) * 0x010101 : TestPictures.colour((double) x / width, (double) y / height);
                pixels.put(y * frame.imageStride + x * 3, (byte) (colour >> 16));
                pixels.put(y * frame.imageStride + x * 3 + 1, (byte) (colour >> 8));
                pixels.put(y * frame.imageStride + x * 3 + 2, (byte) colour);
            }
        }
        return frame;
    }

    /** Writes a display matrix {@code (a b; c d)} into the track header of an MP4 or MOV file. */
    public static byte[] withMatrix(byte[] file, int a, int b, int c, int d) {
        var result = file.clone();
        var header = new String(file, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        var matrix = ByteBuffer.wrap(result);
        matrix.putInt(header + 44, a << 16).putInt(header + 48, b << 16);
        matrix.putInt(header + 56, c << 16).putInt(header + 60, d << 16);
        return result;
    }
}
