package io.traitgate.face.sample;

import io.traitgate.face.mesh.Mesh;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A sample as bytes and back, without loss. Version 1, big endian: version (1 byte), width and height (2 bytes each),
 * quality (4-byte float), the mesh (1,404 4-byte floats), then {@link LosslessPixels} deflated. Later versions are read one
 * version back.
 */
public final class FaceSampleCodec {
    private static final byte VERSION = 1;
    private static final int MESH_VALUES = Mesh.POINTS * 3;
    private static final int HEADER = 1 + 2 + 2 + 4 + MESH_VALUES * 4;

    private FaceSampleCodec() {}

    public static byte[] encode(FaceSample sample) {
        var image = sample.image();
        var header = ByteBuffer.allocate(HEADER)
                .put(VERSION)
                .putShort((short) image.width())
                .putShort((short) image.height())
                .putFloat((float) sample.quality());
        for (var value : sample.mesh().xyz()) {
            header.putFloat(value);
        }
        var result = new ByteArrayOutputStream(HEADER + image.rgb().length / 2);
        result.writeBytes(header.array());
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            // Residuals of a photograph repeat nothing: Huffman codes alone are smaller than matches, and 15 times
            // faster.
            deflater.setStrategy(Deflater.HUFFMAN_ONLY);
            deflater.setInput(LosslessPixels.residuals(image));
            deflater.finish();
            var buffer = new byte[16_384];
            while (!deflater.finished()) {
                result.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return result.toByteArray();
    }

    /**
     * The sample that was encoded.
     *
     * @throws IllegalArgumentException when the bytes are no sample of a known version
     */
    public static FaceSample decode(byte[] bytes) {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            var version = buffer.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("Unknown version of a face sample: " + version);
            }
            var width = buffer.getShort();
            var height = buffer.getShort();
            if (width < 1 || height < 1 || width > FaceSample.LONGEST_SIDE || height > FaceSample.LONGEST_SIDE) {
                throw new IllegalArgumentException("Not the size of a face sample: %d x %d".formatted(width, height));
            }
            var quality = buffer.getFloat();
            var mesh = new float[MESH_VALUES];
            for (var i = 0; i < mesh.length; i++) {
                mesh[i] = buffer.getFloat();
            }
            var residuals = inflated(buffer, width * height * 3);
            return new FaceSample(LosslessPixels.restored(width, height, residuals), new Mesh(mesh), quality);
        } catch (BufferUnderflowException | DataFormatException e) {
            throw new IllegalArgumentException("A damaged face sample", e);
        }
    }

    private static byte[] inflated(ByteBuffer buffer, int size) throws DataFormatException {
        var result = new byte[size];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(buffer);
            var done = 0;
            while (done < size) {
                var count = inflater.inflate(result, done, size - done);
                if (count == 0) {
                    throw new DataFormatException("The pixels end early");
                }
                done += count;
            }
        }
        return result;
    }
}
