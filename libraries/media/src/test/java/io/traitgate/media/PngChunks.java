package io.traitgate.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files put together chunk by chunk, for what no encoder writes. */
public final class PngChunks {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public PngChunks() {
        bytes.writeBytes(HexFormat.of().parseHex("89504E470D0A1A0A"));
    }

    public PngChunks header(int width, int height, int depth, int colourType) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colourType);
        return chunk("IHDR", header.array());
    }

    /** Image data that inflates to this many zeros. */
    public PngChunks zeros(long count) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var deflated = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        var buffer = new byte[1 << 16];
        for (var left = count; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
            while (!deflater.needsInput()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            deflated.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return chunk("IDAT", deflated.toByteArray());
    }

    public PngChunks chunk(String name, byte[] content) {
        var named = new ByteArrayOutputStream();
        named.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        named.writeBytes(content);
        var sum = new CRC32();
        sum.update(named.toByteArray());
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        bytes.writeBytes(named.toByteArray());
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return this;
    }

    public byte[] end() {
        chunk("IEND", new byte[0]);
        return bytes.toByteArray();
    }
}
