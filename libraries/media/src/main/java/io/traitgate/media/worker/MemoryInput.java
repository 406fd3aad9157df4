package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import io.traitgate.media.protocol.Refusal;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Gives a demuxer the bytes of the task at hand, so that FFmpeg opens nothing by itself. There is one for the life of
 * the worker, because native code may be handed only a few Java functions.
 */
final class MemoryInput {
    private static final int BUFFER = 64 << 10;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;
    private static final int WHENCE = 0xFF; // the rest are flags

    private final Read reader = new Read();
    private final Seek seeker = new Seek();
    private byte[] bytes = {};
    private int position;

    /** A context over these bytes; {@link #close} it before the next. */
    AVIOContext open(byte[] content) {
        bytes = content;
        position = 0;
        var buffer = av_malloc(BUFFER);
        if (buffer == null) {
            throw new RefusedException(Refusal.OUT_OF_MEMORY);
        }
        return avio_alloc_context(new BytePointer(buffer), BUFFER, 0, null, reader, null, seeker);
    }

    void close(AVIOContext context) {
        av_free(context.buffer()); // not always the one it began with
        avio_context_free(context);
        bytes = new byte[0];
    }

    private int read(BytePointer target, int size) {
        var count = Math.min(size, bytes.length - position);
        if (count <= 0) {
            return AVERROR_EOF();
        }
        target.put(bytes, position, count);
        position += count;
        return count;
    }

    private long seek(long offset, int whence) {
        if ((whence & AVSEEK_SIZE) != 0) {
            return bytes.length;
        }
        var target = switch (whence & WHENCE) {
            case SEEK_SET -> offset;
            case SEEK_CUR -> position + offset;
            case SEEK_END -> bytes.length + offset;
            default -> -1;
        };
        if (target < 0 || target > bytes.length) {
            return -1;
        }
        position = (int) target;
        return target;
    }

    private final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer target, int size) {
            return read(target, size);
        }
    }

    private final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return seek(offset, whence);
        }
    }
}
