package io.traitgate.media.worker;

import io.traitgate.media.Orientation;
import io.traitgate.media.protocol.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Walks the segments of a JPEG file (ITU-T T.81, annex B) up to its end marker and keeps those that the decoder needs:
 * a file that is cut short is found here, and neither metadata nor what lies behind the end reaches the decoder.
 */
final class JpegFile {
    private static final int SOF_BASELINE = 0xC0;
    private static final int SOF_PROGRESSIVE = 0xC2;
    private static final int DHT = 0xC4;
    private static final int DAC = 0xCC;
    private static final int RST_FIRST = 0xD0;
    private static final int RST_LAST = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP_FIRST = 0xE0;
    private static final int APP_EXIF = 0xE1;
    private static final int APP_ADOBE = 0xEE;
    private static final int APP_LAST = 0xEF;
    private static final int COMMENT = 0xFE;

    /** Real progressive files have about ten; thousands are an attack on the decoder's time. */
    private static final int MAX_SCANS = 100;

    private final byte[] bytes;
    private final ByteScanner in;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int scans;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
        in = new ByteScanner(bytes);
        kept = new ByteArrayOutputStream(bytes.length);
    }

    /** @throws RefusedException malformed, or a coding other than baseline, extended and progressive with 8 bits */
    static EncodedPicture read(byte[] bytes) {
        return new JpegFile(bytes).read();
    }

    private EncodedPicture read() {
        if (in.uint8() != 0xFF || in.uint8() != SOI) {
            throw ByteScanner.malformed();
        }
        keep(0, 2);
        while (true) {
            var start = in.position();
            var marker = marker();
            if (marker == EOI) {
                break;
            }
            if (marker < RST_FIRST || marker > RST_LAST) {
                segment(marker, start);
            }
        }
        if (width == 0 || scans == 0) {
            throw ByteScanner.malformed();
        }
        kept.write(0xFF);
        kept.write(EOI);
        return new EncodedPicture(width, height, orientation, kept.toByteArray());
    }

    private int marker() {
        if (in.uint8() != 0xFF) {
            throw ByteScanner.malformed();
        }
        var marker = in.uint8();
        while (marker == 0xFF) {
            marker = in.uint8();
        }
        return marker;
    }

    private void segment(int marker, int start) {
        var length = in.uint16() - 2;
        var content = in.position();
        in.skip(length);
        if (isFrameHeader(marker)) {
            frameHeader(marker, content, length);
        } else if (marker == SOS) {
            scan();
        } else if (marker == APP_EXIF) {
            exif(content, length);
            return;
        } else if (isDropped(marker, content, length)) {
            return;
        }
        keep(start, in.position());
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= SOF_BASELINE && marker <= 0xCF && marker != DHT && marker != DAC && marker != 0xC8;
    }

    private void frameHeader(int marker, int content, int length) {
        if (width != 0 || length < 6) {
            throw ByteScanner.malformed();
        }
        var components = bytes[content + 5];
        if (marker > SOF_PROGRESSIVE || bytes[content] != 8) {
            throw new RefusedException(Refusal.UNSUPPORTED_IMAGE);
        }
        if (components != 1 && components != 3 && components != 4) {
            throw new RefusedException(Refusal.UNSUPPORTED_IMAGE);
        }
        height = uint16(content + 1);
        width = uint16(content + 3);
        if (width == 0 || height == 0) {
            throw ByteScanner.malformed();
        }
    }

    /** Goes over the entropy-coded data behind a scan header, up to the next marker. */
    private void scan() {
        if (width == 0 || ++scans > MAX_SCANS) {
            throw ByteScanner.malformed();
        }
        for (var i = in.position(); i < bytes.length - 1; i++) {
            if (bytes[i] == -1 && isMarkerAfterScan(bytes[i + 1] & 0xFF)) {
                in.skip(i - in.position());
                return;
            }
        }
        throw ByteScanner.malformed();
    }

    private static boolean isMarkerAfterScan(int value) {
        return value != 0 && value != 0xFF && (value < RST_FIRST || value > RST_LAST);
    }

    private void exif(int content, int length) {
        if (startsWith("Exif\0", content, length) && length > 6) {
            orientation = ExifOrientation.read(bytes, content + 6, length - 6);
        }
    }

    /** Of the application data only Adobe's is kept: it says how the components are coloured. */
    private boolean isDropped(int marker, int content, int length) {
        var application = marker >= APP_FIRST && marker <= APP_LAST;
        var colours = marker == APP_ADOBE && startsWith("Adobe", content, length);
        return marker == COMMENT || application && !colours;
    }

    private boolean startsWith(String name, int content, int length) {
        return length >= name.length()
                && new String(bytes, content, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }

    private int uint16(int offset) {
        return (bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF;
    }

    private void keep(int from, int to) {
        kept.write(bytes, from, to - from);
    }
}
