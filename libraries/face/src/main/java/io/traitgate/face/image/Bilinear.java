package io.traitgate.face.image;

import io.traitgate.media.RgbImage;

/** Bilinear sampling along an affine map. */
public final class Bilinear {
    private Bilinear() {}

    /**
     * Values 0 to 255 in the order row, column, channel; what lies outside of the picture is black, and fades in over one
     * pixel.
     *
     * @param toImage from the target's pixels to the picture's
     */
    public static float[] sample(RgbImage image, Affine toImage, int width, int height) {
        var target = new float[width * height * 3];
        var at = 0;
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++, at += 3) {
                add(image, toImage.x(column, row), toImage.y(column, row), target, at);
            }
        }
        return target;
    }

    private static void add(RgbImage image, double x, double y, float[] target, int at) {
        var left = (int) Math.floor(x);
        var top = (int) Math.floor(y);
        if (left < -1 || top < -1 || left >= image.width() || top >= image.height()) {
            return;
        }
        var right = (float) (x - left);
        var bottom = (float) (y - top);
        if (left >= 0 && top >= 0 && left + 1 < image.width() && top + 1 < image.height()) {
            inside(image, left, top, right, bottom, target, at);
            return;
        }
        add(image, left, top, (1 - right) * (1 - bottom), target, at);
        add(image, left + 1, top, right * (1 - bottom), target, at);
        add(image, left, top + 1, (1 - right) * bottom, target, at);
        add(image, left + 1, top + 1, right * bottom, target, at);
    }

    /** The same for a place between four pixels of the picture, as nearly all are; in the same order, so just as exact. */
    private static void inside(RgbImage image, int left, int top, float right, float bottom, float[] target, int at) {
        var rgb = image.rgb();
        var upper = (top * image.width() + left) * 3;
        var lower = upper + image.width() * 3;
        var upperLeft = (1 - right) * (1 - bottom);
        var upperRight = right * (1 - bottom);
        var lowerLeft = (1 - right) * bottom;
        var lowerRight = right * bottom;
        for (var channel = 0; channel < 3; channel++) {
            target[at + channel] = upperLeft * (rgb[upper + channel] & 0xff)
                    + upperRight * (rgb[upper + 3 + channel] & 0xff)
                    + lowerLeft * (rgb[lower + channel] & 0xff)
                    + lowerRight * (rgb[lower + 3 + channel] & 0xff);
        }
    }

    private static void add(RgbImage image, int x, int y, float weight, float[] target, int at) {
        if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
            return;
        }
        var rgb = image.rgb();
        var from = (y * image.width() + x) * 3;
        target[at] += weight * (rgb[from] & 0xff);
        target[at + 1] += weight * (rgb[from + 1] & 0xff);
        target[at + 2] += weight * (rgb[from + 2] & 0xff);
    }
}
