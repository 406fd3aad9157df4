package io.traitgate.media.protocol;

import io.traitgate.media.MediaType;
import io.traitgate.media.RgbImage;
import io.traitgate.media.protocol.DecodeTask.ImageTask;
import io.traitgate.media.protocol.DecodeTask.VideoTask;
import io.traitgate.media.protocol.Reply.Frame;
import io.traitgate.media.protocol.Reply.Image;
import io.traitgate.media.protocol.Reply.Ready;
import io.traitgate.media.protocol.Reply.Refused;
import io.traitgate.media.protocol.Reply.VideoEnd;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * Messages as bytes: an int with the length of what follows, a byte for the kind, fixed fields, and for tasks and
 * pictures the payload up to the end. Nothing is allocated before its size was checked.
 */
public final class Wire {
    private static final byte IMAGE_TASK = 1;
    private static final byte VIDEO_TASK = 2;
    private static final byte READY = 16;
    private static final byte IMAGE = 17;
    private static final byte FRAME = 18;
    private static final byte VIDEO_END = 19;
    private static final byte REFUSED = 20;

    private static final int IMAGE_TASK_HEADER = 1 + 1 + 4 + 4;
    private static final int VIDEO_TASK_HEADER = IMAGE_TASK_HEADER + 4 + 4 + 4;
    private static final int IMAGE_HEADER = 1 + 4 + 4 + 4 + 4;
    private static final int FRAME_HEADER = 1 + 8 + 4 + 4;
    private static final int VIDEO_END_LENGTH = 1 + 8 + 4 + 1;

    private static final MediaType[] TYPES = MediaType.values();
    private static final Refusal[] REFUSALS = Refusal.values();

    private Wire() {}

    /** Sends a task and flushes. */
    public static void write(DataOutputStream out, DecodeTask task) throws IOException {
        switch (task) {
            case ImageTask image -> {
                out.writeInt(IMAGE_TASK_HEADER + image.bytes().length);
                out.writeByte(IMAGE_TASK);
                writeCommon(out, task);
            }
            case VideoTask video -> {
                out.writeInt(VIDEO_TASK_HEADER + video.bytes().length);
                out.writeByte(VIDEO_TASK);
                writeCommon(out, task);
                out.writeInt(video.frames());
                out.writeInt(video.maxMillis());
                out.writeInt(video.maxPackets());
            }
        }
        out.write(task.bytes());
        out.flush();
    }

    private static void writeCommon(DataOutputStream out, DecodeTask task) throws IOException {
        out.writeByte(task.type().ordinal());
        out.writeInt(task.longestSide());
        out.writeInt(task.maxPixels());
    }

    /**
     * Receives a task. The worker trusts the service with its sizes.
     *
     * @throws EOFException when the service is gone or done
     */
    public static DecodeTask readTask(DataInputStream in) throws IOException {
        var length = in.readInt();
        var kind = in.readByte();
        var type = TYPES[in.readByte()];
        var longestSide = in.readInt();
        var maxPixels = in.readInt();
        return switch (kind) {
            case IMAGE_TASK -> new ImageTask(type, longestSide, maxPixels, readBytes(in, length - IMAGE_TASK_HEADER));
            case VIDEO_TASK ->
                new VideoTask(
                        type,
                        longestSide,
                        maxPixels,
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        readBytes(in, length - VIDEO_TASK_HEADER));
            default -> throw new IOException("not a task: " + kind);
        };
    }

    /** Sends a reply and flushes. */
    public static void write(DataOutputStream out, Reply reply) throws IOException {
        switch (reply) {
            case Ready ready -> {
                out.writeInt(1);
                out.writeByte(READY);
            }
            case Image image -> {
                out.writeInt(IMAGE_HEADER + image.pixels().rgb().length);
                out.writeByte(IMAGE);
                out.writeInt(image.sourceWidth());
                out.writeInt(image.sourceHeight());
                writePixels(out, image.pixels());
            }
            case Frame frame -> {
                out.writeInt(FRAME_HEADER + frame.pixels().rgb().length);
                out.writeByte(FRAME);
                out.writeLong(frame.atMicros());
                writePixels(out, frame.pixels());
            }
            case VideoEnd end -> {
                out.writeInt(VIDEO_END_LENGTH);
                out.writeByte(VIDEO_END);
                out.writeLong(end.durationMicros());
                out.writeInt(end.frameCount());
                out.writeBoolean(end.hasAudio());
            }
            case Refused refused -> {
                out.writeInt(2);
                out.writeByte(REFUSED);
                out.writeByte(refused.reason().ordinal());
            }
        }
        out.flush();
    }

    private static void writePixels(DataOutputStream out, RgbImage pixels) throws IOException {
        out.writeInt(pixels.width());
        out.writeInt(pixels.height());
        out.write(pixels.rgb());
    }

    /**
     * Receives a reply, which may come from an attacker.
     *
     * @param longestSide the longest side that a picture may have
     * @throws IOException when the worker is gone, or says what no worker of this build says
     */
    public static Reply readReply(DataInputStream in, int longestSide) throws IOException {
        var length = in.readInt();
        return switch (in.readByte()) {
            case READY -> new Ready();
            case IMAGE -> readImage(in, length - IMAGE_HEADER, longestSide);
            case FRAME -> readFrame(in, length - FRAME_HEADER, longestSide);
            case VIDEO_END -> new VideoEnd(atLeastZero(in.readLong()), in.readInt(), in.readBoolean());
            case REFUSED -> new Refused(refusal(in.readUnsignedByte()));
            default -> throw new IOException("not a reply");
        };
    }

    private static Image readImage(DataInputStream in, int length, int longestSide) throws IOException {
        var sourceWidth = in.readInt();
        var sourceHeight = in.readInt();
        var pixels = readPixels(in, length, longestSide);
        if (sourceWidth < pixels.width() || sourceHeight < pixels.height()) {
            throw new IOException("image larger than its source");
        }
        return new Image(pixels, sourceWidth, sourceHeight);
    }

    private static Frame readFrame(DataInputStream in, int length, int longestSide) throws IOException {
        var at = atLeastZero(in.readLong());
        return new Frame(readPixels(in, length, longestSide), at);
    }

    private static RgbImage readPixels(DataInputStream in, int length, int longestSide) throws IOException {
        var width = in.readInt();
        var height = in.readInt();
        if (width < 1 || height < 1 || width > longestSide || height > longestSide) {
            throw new IOException("picture of %d x %d".formatted(width, height));
        }
        if (length != (long) width * height * 3) {
            throw new IOException("%d bytes for a picture of %d x %d".formatted(length, width, height));
        }
        return new RgbImage(width, height, readBytes(in, length));
    }

    private static long atLeastZero(long value) throws IOException {
        if (value < 0) {
            throw new IOException("negative time");
        }
        return value;
    }

    private static Refusal refusal(int ordinal) throws IOException {
        if (ordinal >= REFUSALS.length) {
            throw new IOException("unknown refusal");
        }
        return REFUSALS[ordinal];
    }

    private static byte[] readBytes(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
