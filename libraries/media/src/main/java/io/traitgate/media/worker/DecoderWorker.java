package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import io.traitgate.media.protocol.DecodeTask;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import io.traitgate.media.protocol.DecodeTask.VideoTask;
import io.traitgate.media.protocol.Refusal;
import io.traitgate.media.protocol.Reply;
import io.traitgate.media.protocol.Wire;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;

/**
 * The process that decodes strangers' bytes, one file at a time, until its standard input ends. When a file crashes it,
 * stalls it or exhausts its memory, the service outside loses this process and one request. It does not defend against a
 * file that takes it over: it runs as the service's user and reads and writes whatever files that user can. It is started
 * by {@link io.traitgate.media.pool.DecoderPool} only, and has loaded all native code before it takes a file.
 */
public final class DecoderWorker {
    private static final int BUFFER = 64 << 10;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final ImageDecoder images = new ImageDecoder();
    private final VideoDecoder videos = new VideoDecoder();

    private DecoderWorker(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Serves until the service closes the pipe or dies.
     *
     * @param arguments the largest single allocation of FFmpeg, in bytes
     */
    public static void main(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER));
        System.setOut(System.err); // standard output belongs to the protocol
        ParentWatch.start();
        load(Long.parseLong(arguments[0]));
        new DecoderWorker(in, out).serve();
    }

    private static void load(long maxAllocation) {
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
        Loader.load(swscale.class);
        av_log_set_level(AV_LOG_QUIET); // its messages quote what is in the files
        av_max_alloc(maxAllocation);
    }

    private void serve() throws IOException {
        Wire.write(out, new Reply.Ready());
        while (true) {
            DecodeTask task;
            try {
                task = Wire.readTask(in);
            } catch (EOFException e) {
                return;
            }
            Wire.write(out, answer(task));
        }
    }

    private Reply answer(DecodeTask task) throws IOException {
        try (var scope = new PointerScope()) {
            return switch (task) {
                case ImageTask image -> images.decode(image);
                case VideoTask video -> videos.decode(video, frame -> Wire.write(out, frame));
            };
        } catch (RefusedException e) {
            return new Reply.Refused(e.reason());
        } catch (OutOfMemoryError e) {
            return new Reply.Refused(Refusal.OUT_OF_MEMORY);
        }
    }
}
