package io.traitgate.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Pictures of four coloured quarters, so that orientation and colours show: red, green over blue, yellow, written by the
 * JDK's own encoders.
 */
public final class TestPictures {
    public static final int RED = 0xE02020;
    public static final int GREEN = 0x20C040;
    public static final int BLUE = 0x2040E0;
    public static final int YELLOW = 0xE0D020;

    private TestPictures() {}

    public static int colour(double x, double y) {
        return y < 0.5 ? (x < 0.5 ? RED : GREEN) : (x < 0.5 ? BLUE : YELLOW);
    }

    public static BufferedImage quarters(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | colour((double) x / width, (double) y / height));
            }
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return jpeg(quarters(width, height, BufferedImage.TYPE_INT_RGB), false);
    }

    public static byte[] jpeg(BufferedImage image, boolean progressive) {
        return write("jpeg", new IIOImage(image, null, null), progressive);
    }

    public static byte[] png(RenderedImage image) {
        return write("png", new IIOImage(image, null, null), false);
    }

    public static byte[] interlacedPng(RenderedImage image) {
        return write("png", new IIOImage(image, null, null), true);
    }

    /**
     * A JPEG of four components as Adobe's programs write it: inks inverted, and with {@code transform} 2 the first three
     * as luma and chroma.
     */
    public static byte[] adobeCmyk(int width, int height, int transform) {
        return adobeCmyk(width, height, transform, false);
    }

    public static byte[] adobeCmyk(int width, int height, int transform, boolean progressive) {
        var raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var colour = new Color(colour((double) x / width, (double) y / height));
                raster.setPixel(x, y, inks(colour, transform));
            }
        }
        var adobe = new byte[] {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
        return afterStart(write("jpeg", new IIOImage(raster, null, null), progressive), adobe);
    }

    /** Half of the darkness of every colour goes to the black ink. */
    private static int[] inks(Color colour, int transform) {
        var black = 240;
        int r = Math.min(255, colour.getRed() * 255 / black);
        int g = Math.min(255, colour.getGreen() * 255 / black);
        int b = Math.min(255, colour.getBlue() * 255 / black);
        if (transform == 0) {
            return new int[] {r, g, b, black};
        }
        // Luma and chroma are those of the inks themselves, so of the inverse of what is stored without a transform.
        var luma = 0.299 * (255 - r) + 0.587 * (255 - g) + 0.114 * (255 - b);
        return new int[] {
            (int) Math.round(luma),
            (int) Math.round(128 + (255 - b - luma) * 0.564),
            (int) Math.round(128 + (255 - r - luma) * 0.713),
            black
        };
    }

    /** The picture with an Exif block that holds only the orientation. */
    public static byte[] withExif(byte[] jpeg, int orientation, boolean bigEndian) {
        byte[] tiff = bigEndian
                ? new byte[] {
                    'M',
                    'M',
                    0,
                    42,
                    0,
                    0,
                    0,
                    8,
                    0,
                    1,
                    0x01,
                    0x12,
                    0,
                    3,
                    0,
                    0,
                    0,
                    1,
                    0,
                    (byte) orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0
                }
                : new byte[] {
                    'I',
                    'I',
                    42,
                    0,
                    8,
                    0,
                    0,
                    0,
                    1,
                    0,
                    0x12,
                    0x01,
                    3,
                    0,
                    1,
                    0,
                    0,
                    0,
                    (byte) orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0
                };
        var segment = new ByteArrayOutputStream();
        segment.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (tiff.length + 8)});
        segment.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        segment.writeBytes(tiff);
        return afterStart(jpeg, segment.toByteArray());
    }

    /** Inserts a segment behind the start marker. */
    public static byte[] afterStart(byte[] jpeg, byte[] segment) {
        var result = new ByteArrayOutputStream();
        result.write(jpeg, 0, 2);
        result.writeBytes(segment);
        result.write(jpeg, 2, jpeg.length - 2);
        return result.toByteArray();
    }

    private static byte[] write(String format, IIOImage image, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var settings = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(0.95f);
            }
            settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, image, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
