package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.traitgate.media.RgbImage;
import io.traitgate.media.protocol.Refusal;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Frames of any pixel format to RGB with full range, scaled down in the same step. Transparent pixels lie over white, as
 * most viewers show them.
 */
final class PixelConverter implements AutoCloseable {
    private static final int FLAGS =
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP | SWS_BITEXACT;

    /** From this height on, video without a colour space is taken for that of high definition, as players do. */
    private static final int HIGH_DEFINITION = 720;

    private static final int ONE = 1 << 16; // fixed point

    private @Nullable SwsContext scaler;

    /**
     * Converts one frame.
     *
     * @param longestSide of the result, in pixels
     * @throws RefusedException out of memory
     */
    RgbImage convert(AVFrame frame, int longestSide) {
        var longest = Math.max(frame.width(), frame.height());
        var width = scaled(frame.width(), longestSide, longest);
        var height = scaled(frame.height(), longestSide, longest);
        var alpha = (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
        var target = av_frame_alloc();
        try {
            target.width(width);
            target.height(height);
            target.format(alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24);
            if (av_frame_get_buffer(target, 0) < 0 || sws_scale_frame(scaler(frame, target), target, frame) < 0) {
                throw new RefusedException(Refusal.OUT_OF_MEMORY);
            }
            return new RgbImage(width, height, alpha ? overWhite(target) : rows(target));
        } finally {
            av_frame_free(target);
        }
    }

    private static int scaled(int side, int longestSide, int longest) {
        return longest <= longestSide ? side : Math.max(1, (int) Math.round((double) side * longestSide / longest));
    }

    private SwsContext scaler(AVFrame from, AVFrame to) {
        scaler = sws_getCachedContext(
                scaler,
                from.width(),
                from.height(),
                from.format(),
                to.width(),
                to.height(),
                to.format(),
                FLAGS,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null) {
            throw new RefusedException(Refusal.UNDECODABLE);
        }
        var source = sws_getCoefficients(colours(from));
        var range = hasFullRange(from) ? 1 : 0;
        sws_setColorspaceDetails(scaler, source, range, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, ONE, ONE);
        return scaler;
    }

    private static int colours(AVFrame frame) {
        var space = frame.colorspace();
        if (space == AVCOL_SPC_BT709) {
            return SWS_CS_ITU709;
        }
        if (space == AVCOL_SPC_BT2020_NCL || space == AVCOL_SPC_BT2020_CL) {
            return SWS_CS_BT2020;
        }
        var high = Math.min(frame.width(), frame.height()) >= HIGH_DEFINITION;
        return space == AVCOL_SPC_UNSPECIFIED && high && !hasFullRange(frame) ? SWS_CS_ITU709 : SWS_CS_DEFAULT;
    }

    private static boolean hasFullRange(AVFrame frame) {
        var format = frame.format();
        return frame.color_range() == AVCOL_RANGE_JPEG
                || format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ440P
                || format == AV_PIX_FMT_YUVJ444P;
    }

    private static byte[] rows(AVFrame frame) {
        var stride = frame.width() * 3;
        var result = new byte[stride * frame.height()];
        var pixels = frame.data(0);
        for (var y = 0; y < frame.height(); y++) {
            row(pixels, (long) y * frame.linesize(0)).get(result, y * stride, stride);
        }
        return result;
    }

    private static byte[] overWhite(AVFrame frame) {
        var result = new byte[frame.width() * frame.height() * 3];
        var row = new byte[frame.width() * 4];
        var pixels = frame.data(0);
        var to = 0;
        for (var y = 0; y < frame.height(); y++) {
            row(pixels, (long) y * frame.linesize(0)).get(row, 0, row.length);
            for (var from = 0; from < row.length; from += 4) {
                var alpha = row[from + 3] & 0xFF;
                for (var channel = 0; channel < 3; channel++) {
                    var value = row[from + channel] & 0xFF;
                    result[to++] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
                }
            }
        }
        return result;
    }

    private static BytePointer row(BytePointer pixels, long offset) {
        return pixels.position(offset);
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
    }
}
