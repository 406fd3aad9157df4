package io.traitgate.face.service;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
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

/** Videos of a portrait held before a shaky camera, as phones and browsers record them. */
final class FaceVideos {

    private static final int RATE = 12;
    private static final int SOUND_RATE = 22_050;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private FaceVideos() {}

    static byte[] mp4(byte[] portrait, double seconds) {
        return toFile("mp4", portrait, seconds, AV_CODEC_ID_H264, false);
    }

    static byte[] mov(byte[] portrait, double seconds) {
        return toFile("mov", portrait, seconds, AV_CODEC_ID_H264, false);
    }

    /** Written to a stream that cannot be rewound, so it has neither duration nor index, as from a browser. */
    static byte[] webm(byte[] portrait, double seconds, boolean vp9) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(bytes, 240, 320, 0)) {
            record(recorder, "webm", portrait, seconds, vp9 ? AV_CODEC_ID_VP9 : AV_CODEC_ID_VP8, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] soundOnly() {
        return toFile("mp4", Portraits.OBAMA_2009, 1, 0, true);
    }

    /** A phone held sideways: the frames lie, and the track's matrix turns them upright by a quarter clockwise. */
    static byte[] turnedMp4(byte[] portrait) {
        byte[] lying = Portraits.lying(Portraits.lying(Portraits.lying(portrait)));
        byte[] file = toFile("mp4", lying, 2, AV_CODEC_ID_H264, false);
        int header = new String(file, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        ByteBuffer.wrap(file)
                .position(header + 4 + 40)
                .putInt(0)
                .putInt(1 << 16)
                .putInt(0)
                .putInt(-1 << 16)
                .putInt(0);
        return file;
    }

    private static byte[] toFile(String format, byte[] portrait, double seconds, int codec, boolean sound) {
        try {
            Path file = Files.createTempFile("face", "." + format);
            try {
                BufferedImage first = Portraits.image(portrait);
                boolean wide = first.getWidth() > first.getHeight();
                try (FFmpegFrameRecorder recorder =
                        new FFmpegFrameRecorder(file.toFile(), wide ? 320 : 240, wide ? 240 : 320, sound ? 1 : 0)) {
                    record(recorder, format, portrait, seconds, codec, sound);
                }
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(
            FFmpegFrameRecorder recorder, String format, byte[] portrait, double seconds, int codec, boolean sound)
            throws IOException {
        recorder.setFormat(format);
        if (codec != 0) {
            recorder.setVideoCodec(codec);
            recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(RATE);
            recorder.setVideoBitrate(900_000);
            recorder.setVideoOption("deadline", "realtime");
            recorder.setVideoOption("cpu-used", "8");
        }
        if (sound) {
            recorder.setAudioCodec(AV_CODEC_ID_AAC);
            recorder.setSampleRate(SOUND_RATE);
        }
        recorder.start();
        BufferedImage source = Portraits.image(portrait);
        for (int i = 0; i < Math.round(seconds * RATE); i++) {
            if (sound) {
                recorder.recordSamples(SOUND_RATE, 1, ShortBuffer.allocate(SOUND_RATE / RATE));
            }
            if (codec != 0) {
                recorder.record(
                        frame(source, recorder.getImageWidth(), recorder.getImageHeight(), i), AV_PIX_FMT_RGB24);
            }
        }
    }

    private static Frame frame(BufferedImage source, int width, int height, int index) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double scale = Math.max((double) width / source.getWidth(), (double) height / source.getHeight()) * 1.02;
        AffineTransform shake = AffineTransform.getTranslateInstance(-(index % 3), -(index % 2));
        shake.scale(scale, scale);
        Portraits.draw(image, source, shake);
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = image.getRGB(x, y);
                pixels.put(y * frame.imageStride + x * 3, (byte) (colour >> 16));
                pixels.put(y * frame.imageStride + x * 3 + 1, (byte) (colour >> 8));
                pixels.put(y * frame.imageStride + x * 3 + 2, (byte) colour);
            }
        }
        return frame;
    }
}
