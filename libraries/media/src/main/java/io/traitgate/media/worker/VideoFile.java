package io.traitgate.media.worker;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.traitgate.media.MediaType;
import io.traitgate.media.Orientation;
import io.traitgate.media.protocol.DecodeTask.VideoTask;
import io.traitgate.media.protocol.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a video file, all read before any is decoded: its true length is known only then, because headers may
 * say anything or, in recordings of browsers, nothing.
 */
final class VideoFile implements AutoCloseable {
    private static final int MICROS = 1_000_000;

    /** WebM counts in whole milliseconds, so a video of exactly the limit may seem a little longer. */
    private static final long TOLERANCE_MICROS = 5_000;

    private final MemoryInput input;
    private final AVIOContext io;
    private final AVFormatContext format;
    private final List<AVPacket> packets = new ArrayList<>();
    private @Nullable AVStream video;
    private boolean hasAudio;
    private int frameCount;
    private long first = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;

    private VideoFile(MemoryInput input, byte[] bytes) {
        this.input = input;
        io = input.open(bytes);
        format = avformat_alloc_context();
        format.pb(io);
        format.flags(format.flags() | AVFMT_FLAG_CUSTOM_IO);
    }

    /**
     * Opens the file and reads its packets.
     *
     * @throws RefusedException no media, no video, or out of bounds
     */
    static VideoFile open(MemoryInput input, VideoTask task) {
        var file = new VideoFile(input, task.bytes());
        try {
            file.openContainer(task.type());
            file.read(task);
            return file;
        } catch (RefusedException e) {
            file.close();
            throw e;
        }
    }

    private void openContainer(MediaType type) {
        var demuxer = type == MediaType.MATROSKA ? "matroska" : "mov";
        var options = new AVDictionary();
        try {
            av_dict_set(options, "protocol_whitelist", "none", 0);
            av_dict_set(options, "max_streams", "16", 0);
            if (avformat_open_input(format, (String) null, av_find_input_format(demuxer), options) < 0) {
                throw new RefusedException(Refusal.NO_MEDIA);
            }
        } finally {
            av_dict_free(options);
        }
    }

    private void read(VideoTask task) {
        var packet = av_packet_alloc();
        try {
            var limit = task.maxMillis() * 1000L + TOLERANCE_MICROS;
            var count = 0;
            while (av_read_frame(format, packet) >= 0) {
                if (++count > task.maxPackets()) {
                    throw new RefusedException(Refusal.VIDEO_OUT_OF_BOUNDS);
                }
                accept(packet);
                av_packet_unref(packet);
                if (durationMicros() > limit) {
                    throw new RefusedException(Refusal.VIDEO_OUT_OF_BOUNDS);
                }
            }
            if (frameCount == 0) {
                throw new RefusedException(count == 0 ? Refusal.NO_MEDIA : Refusal.NO_VIDEO);
            }
        } finally {
            av_packet_free(packet);
        }
    }

    private void accept(AVPacket packet) {
        var stream = format.streams(packet.stream_index());
        var kind = stream.codecpar().codec_type();
        hasAudio |= kind == AVMEDIA_TYPE_AUDIO;
        if (kind != AVMEDIA_TYPE_VIDEO || (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            return;
        }
        if (video == null) {
            video = stream;
        }
        if (stream.index() == video.index()) {
            var kept = av_packet_clone(packet);
            if (kept == null) {
                throw new RefusedException(Refusal.OUT_OF_MEMORY);
            }
            packets.add(kept);
            measure(packet);
        }
    }

    private void measure(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
            return; // outside of what an edit list shows
        }
        frameCount++;
        var time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        if (time == AV_NOPTS_VALUE) {
            return;
        }
        var start = micros(time);
        first = Math.min(first, start);
        last = Math.max(last, start);
        end = Math.max(end, start + micros(packet.duration()));
    }

    /** The video track; every file that could be opened has one. */
    AVStream track() {
        if (video == null) {
            throw new IllegalStateException("not read");
        }
        return video;
    }

    /** The packets of the video track in the order of decoding. */
    List<AVPacket> packets() {
        return packets;
    }

    /** Frames of the video track that are meant to be shown. */
    int frameCount() {
        return frameCount;
    }

    boolean hasAudio() {
        return hasAudio;
    }

    /** Time of the first frame on the clock of the file, in microseconds. */
    long startMicros() {
        return first == Long.MAX_VALUE ? 0 : first;
    }

    /** From the first frame to the end of the last, in microseconds; a last frame without duration lasts the average. */
    long durationMicros() {
        if (first > last) {
            return 0;
        }
        var average = frameCount > 1 ? (last - first) / (frameCount - 1) : 0;
        return Math.max(end, last + average) - first;
    }

    /** A time of the video track in microseconds. */
    long micros(long time) {
        return av_rescale_q(time, track().time_base(), av_make_q(1, MICROS));
    }

    /** How the container says that the frames have to be turned. */
    Orientation orientation() {
        var parameters = track().codecpar();
        var data = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (data == null || data.size() < 9 * Integer.BYTES) {
            return Orientation.UPRIGHT;
        }
        var matrix = new IntPointer(data.data());
        return Orientation.ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }

    @Override
    public void close() {
        packets.forEach(packet -> av_packet_free(packet));
        avformat_close_input(format); // null, and not touched, if opening failed
        input.close(io);
    }
}
