package io.traitgate.face.image;

import io.traitgate.media.RgbImage;

/**
 * A rectangle of whole pixels.
 *
 * @param x left column
 * @param y top row
 */
public record Region(int x, int y, int width, int height) {

    /** The pixels of the picture between two corners, as far as they lie inside; at least one. */
    public static Region within(RgbImage image, double left, double top, double right, double bottom) {
        var x = (int) Math.clamp(Math.floor(left), 0, image.width() - 1);
        var y = (int) Math.clamp(Math.floor(top), 0, image.height() - 1);
        return new Region(x, y, (int) Math.clamp(Math.ceil(right) - x, 1, image.width() - x), (int)
                Math.clamp(Math.ceil(bottom) - y, 1, image.height() - y));
    }

    /** A copy of the region's pixels. */
    public RgbImage cut(RgbImage image) {
        var result = new byte[width * height * 3];
        for (var row = 0; row < height; row++) {
            System.arraycopy(image.rgb(), ((y + row) * image.width() + x) * 3, result, row * width * 3, width * 3);
        }
        return new RgbImage(width, height, result);
    }
}
