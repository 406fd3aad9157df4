package io.traitgate.face;

import io.traitgate.media.Orientation;
import io.traitgate.media.RgbImage;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The example portraits, and what can go wrong with a photo. */
public final class Portraits {
    private Portraits() {}

    /** A portrait of {@code examples/} by name, without its ending. */
    public static RgbImage example(String name) {
        return read(root().resolve("examples").resolve(name + ".jpg"));
    }

    /** Any JPEG of the machine. */
    public static RgbImage read(Path file) {
        try {
            var image = ImageIO.read(file.toFile());
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var rgb = new byte[pixels.length * 3];
            for (var i = 0; i < pixels.length; i++) {
                rgb[3 * i] = (byte) (pixels[i] >> 16);
                rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
                rgb[3 * i + 2] = (byte) pixels[i];
            }
            return new RgbImage(image.getWidth(), image.getHeight(), rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every value times a factor, plus an offset. */
    public static RgbImage lit(RgbImage image, double factor, double offset) {
        var rgb = new byte[image.rgb().length];
        for (var i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.clamp(Math.round((image.rgb()[i] & 0xff) * factor + offset), 0, 255);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** Moved past the camera: the mean of that many pixels in a row. */
    public static RgbImage smeared(RgbImage image, int length) {
        var rgb = new byte[image.rgb().length];
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) {
                for (var channel = 0; channel < 3; channel++) {
                    var sum = 0;
                    for (var i = 0; i < length; i++) {
                        var from = Math.clamp(x + i - length / 2, 0, image.width() - 1);
                        sum += image.rgb()[(y * image.width() + from) * 3 + channel] & 0xff;
                    }
                    rgb[(y * image.width() + x) * 3 + channel] = (byte) (sum / length);
                }
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** Out of focus: box blurs in both directions, three times, which is nearly Gaussian. */
    public static RgbImage blurred(RgbImage image, int length) {
        var result = image;
        for (var i = 0; i < 3; i++) {
            result = transposed(smeared(transposed(smeared(result, length)), length));
        }
        return result;
    }

    /** Drawn at a scale by Java's own bilinear filter. */
    public static RgbImage scaled(RgbImage image, double scale) {
        var source = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) {
                source.setRGB(x, y, image.pixel(x, y));
            }
        }
        var width = (int) (image.width() * scale);
        var height = (int) (image.height() * scale);
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(source, 0, 0, width, height, null);
        graphics.dispose();
        var rgb = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++) {
            var pixel = target.getRGB(i % width, i / width);
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return new RgbImage(width, height, rgb);
    }

    /** As in a mirror. */
    public static RgbImage mirrored(RgbImage image) {
        return Orientation.MIRRORED.apply(image);
    }

    private static RgbImage transposed(RgbImage image) {
        return Orientation.TRANSPOSED.apply(image);
    }

    private static Path root() {
        for (var folder = start(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("examples"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder examples above " + start());
    }

    private static Path start() {
        return Path.of(System.getProperty("traitgate.root", "")).toAbsolutePath();
    }
}
