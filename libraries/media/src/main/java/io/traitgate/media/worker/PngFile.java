package io.traitgate.media.worker;

import io.traitgate.media.Orientation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG file (ISO/IEC 15948) up to its end chunk, checks their sums, and keeps those that the decoder
 * needs: cut and damaged files are found here, and compressed texts, profiles and animations never reach the decoder.
 */
final class PngFile {
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;

    private final byte[] bytes;
    private final ByteScanner in;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private boolean hasData;
    private Orientation orientation = Orientation.UPRIGHT;

    private PngFile(byte[] bytes) {
        this.bytes = bytes;
        in = new ByteScanner(bytes);
        kept = new ByteArrayOutputStream(bytes.length);
    }

    /** @throws RefusedException malformed */
    static EncodedPicture read(byte[] bytes) {
        return new PngFile(bytes).read();
    }

    private EncodedPicture read() {
        in.skip(SIGNATURE);
        kept.write(bytes, 0, SIGNATURE);
        String name;
        do {
            name = chunk();
        } while (!name.equals("IEND"));
        if (!hasData) {
            throw ByteScanner.malformed();
        }
        return new EncodedPicture(width, height, orientation, kept.toByteArray());
    }

    private String chunk() {
        var start = in.position();
        var length = in.length32();
        in.skip(4);
        var name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
        var content = in.position();
        in.skip(length);
        checkSum(start + 4, length + 4);
        if (name.equals("IHDR") == (width > 0)) {
            throw ByteScanner.malformed(); // the header comes first, and once
        }
        switch (name) {
            case "IHDR" -> header(content, length);
            case "IDAT" -> hasData = true;
            case "eXIf" -> orientation = ExifOrientation.read(bytes, content, length);
            default -> {}
        }
        if (KEPT.contains(name)) {
            kept.write(bytes, start, in.position() - start);
        }
        return name;
    }

    private void checkSum(int from, int length) {
        var sum = new CRC32();
        sum.update(bytes, from, length);
        var high = in.uint16();
        if ((int) sum.getValue() != (high << 16 | in.uint16())) {
            throw ByteScanner.malformed();
        }
    }

    private void header(int content, int length) {
        if (length != 13) {
            throw ByteScanner.malformed();
        }
        var header = new ByteScanner(bytes);
        header.skip(content);
        width = header.length32();
        height = header.length32();
        if (width == 0 || height == 0) {
            throw ByteScanner.malformed();
        }
    }
}
