package io.traitgate.face.service;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** The portraits of the folder {@code examples}, and what bad cameras make of them. */
final class Portraits {

    static final byte[] OBAMA_2009 = example("obama-2009.jpg");
    static final byte[] OBAMA_2012 = example("obama-2012.jpg");
    static final byte[] BIDEN = example("biden.jpg");

    private Portraits() {}

    private static byte[] example(String name) {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("traitgate.root"), "examples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage image(byte[] file) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            BufferedImage rgb = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            draw(rgb, read, new AffineTransform());
            return rgb;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encode(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plain wall with a little grain. */
    static byte[] wall() {
        BufferedImage image = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < 640; y++) {
            for (int x = 0; x < 480; x++) {
                int grey = 170 + random.nextInt(12);
                image.setRGB(x, y, new Color(grey, grey, grey).getRGB());
            }
        }
        return encode(image, "jpg");
    }

    static byte[] scaled(byte[] file, int width, int height) {
        BufferedImage source = image(file);
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(
                target,
                source,
                AffineTransform.getScaleInstance(
                        (double) width / source.getWidth(), (double) height / source.getHeight()));
        return encode(target, "jpg");
    }

    static byte[] lit(byte[] file, float factor, float offset) {
        BufferedImage source = image(file);
        return encode(new RescaleOp(factor, offset, null).filter(source, null), "jpg");
    }

    static byte[] blurred(byte[] file, int size) {
        float[] weights = new float[size * size];
        Arrays.fill(weights, 1f / weights.length);
        ConvolveOp box = new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null);
        return encode(box.filter(box.filter(image(file), null), null), "jpg");
    }

    /** The portrait as a small part of a wide picture. */
    static byte[] far(byte[] file) {
        BufferedImage source = image(file);
        BufferedImage target = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 640, 480);
        graphics.dispose();
        double scale = 110.0 / source.getHeight();
        AffineTransform place = AffineTransform.getTranslateInstance(280, 180);
        place.scale(scale, scale);
        draw(target, source, place);
        return encode(target, "jpg");
    }

    /** A quarter turn clockwise. */
    static byte[] lying(byte[] file) {
        BufferedImage source = image(file);
        BufferedImage target = new BufferedImage(source.getHeight(), source.getWidth(), BufferedImage.TYPE_INT_RGB);
        AffineTransform turn = AffineTransform.getTranslateInstance(source.getHeight(), 0);
        turn.rotate(Math.PI / 2);
        draw(target, source, turn);
        return encode(target, "jpg");
    }

    /** Noise that no encoder makes small. */
    static byte[] heavy(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return encode(image, "jpg");
    }

    static void draw(BufferedImage target, BufferedImage source, AffineTransform transform) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(source, new AffineTransformOp(transform, AffineTransformOp.TYPE_BICUBIC), 0, 0);
        graphics.dispose();
    }
}
