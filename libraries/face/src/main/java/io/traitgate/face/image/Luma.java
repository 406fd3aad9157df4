package io.traitgate.face.image;

import io.traitgate.media.RgbImage;

/**
 * The brightness of a picture's pixels, 0 to 255, with the weights of ITU-R BT.709.
 *
 * @param values row by row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Luma(int width, int height, float[] values) {

    public static Luma of(RgbImage image) {
        var rgb = image.rgb();
        var values = new float[image.width() * image.height()];
        for (int i = 0, at = 0; i < values.length; i++, at += 3) {
            values[i] = 0.2126f * (rgb[at] & 0xff) + 0.7152f * (rgb[at + 1] & 0xff) + 0.0722f * (rgb[at + 2] & 0xff);
        }
        return new Luma(image.width(), image.height(), values);
    }
}
