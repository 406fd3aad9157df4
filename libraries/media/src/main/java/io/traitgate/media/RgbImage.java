package io.traitgate.media;

import java.util.Objects;

/**
 * An upright picture of 8-bit sRGB pixels: rows from the top, pixels from the left, three bytes (red, green, blue) each,
 * no padding. The array is shared, not copied: whoever hands it over no longer writes to it.
 */
public final class RgbImage {
    private final int width;
    private final int height;
    private final byte[] rgb;

    /**
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @param rgb exactly {@code width * height * 3} bytes
     * @throws IllegalArgumentException if the sizes do not agree
     */
    public RgbImage(int width, int height, byte[] rgb) {
        if (width < 1 || height < 1 || (long) width * height * 3 != rgb.length) {
            throw new IllegalArgumentException(
                    "%d bytes are not an RGB image of %d x %d".formatted(rgb.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; read only by agreement. */
    public byte[] rgb() {
        return rgb;
    }

    /**
     * One pixel as {@code 0xRRGGBB}.
     *
     * @throws IndexOutOfBoundsException outside of the picture
     */
    public int pixel(int x, int y) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        var i = (y * width + x) * 3;
        return (rgb[i] & 0xFF) << 16 | (rgb[i + 1] & 0xFF) << 8 | rgb[i + 2] & 0xFF;
    }

    /** Says the size only: pixels are a person's sample and stay out of logs. */
    @Override
    public String toString() {
        return "RgbImage[%d x %d]".formatted(width, height);
    }
}
