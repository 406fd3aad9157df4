package io.traitgate.benchmarks.load;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The photo that is measured with: of 640 x 480 pixels, as a phone's front camera gives them. */
public final class Photo {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final float QUALITY = 0.95f;

    private Photo() {}

    /**
     * Made of the upper part of a portrait, as a JPEG.
     *
     * @throws IOException when the file cannot be read, or is no image
     */
    public static byte[] of(Path portrait) throws IOException {
        var source = ImageIO.read(portrait.toFile());
        if (source == null) {
            throw new IOException(portrait + " is not an image");
        }
        return jpeg(scaled(source));
    }

    private static BufferedImage scaled(Image source) {
        var width = source.getWidth(null);
        var height = Math.min(source.getHeight(null), width * HEIGHT / WIDTH);
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = photo.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(source, 0, 0, WIDTH, HEIGHT, 0, 0, width, height, null);
        canvas.dispose();
        return photo;
    }

    private static byte[] jpeg(BufferedImage photo) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(photo, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
