package io.traitgate.media;

/**
 * How a stored picture has to be turned to stand upright: the eight cases of Exif 2.32, section 4.6.4, tag 274, which
 * are also all right-angled display matrices of ISO/IEC 14496-12.
 */
public enum Orientation {
    /** As stored. */
    UPRIGHT(false, false, false),
    /** Left and right change places. */
    MIRRORED(false, true, false),
    /** Half a turn. */
    TURNED_180(false, true, true),
    /** Top and bottom change places. */
    MIRRORED_TURNED_180(false, false, true),
    /** Mirrored along the main diagonal. */
    TRANSPOSED(true, false, false),
    /** A quarter turn clockwise. */
    TURNED_90(true, true, false),
    /** Mirrored along the other diagonal. */
    TRANSVERSED(true, true, true),
    /** A quarter turn counter-clockwise. */
    TURNED_270(true, false, true);

    private static final Orientation[] EXIF = values();

    private final boolean swapsAxes;
    private final boolean flipsX;
    private final boolean flipsY;

    Orientation(boolean swapsAxes, boolean flipsX, boolean flipsY) {
        this.swapsAxes = swapsAxes;
        this.flipsX = flipsX;
        this.flipsY = flipsY;
    }

    /** The case of an Exif orientation value; unknown values are upright, as viewers take them. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= EXIF.length ? EXIF[value - 1] : UPRIGHT;
    }

    /**
     * The case of a display matrix {@code (a b; c d)}, which takes a stored position {@code (x, y)} to the shown one
     * {@code (ax + cy, bx + dy)}; only the signs and which pair is larger count.
     */
    public static Orientation ofMatrix(long a, long b, long c, long d) {
        var swaps = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
        var flipsX = swaps ? c < 0 : a < 0;
        var flipsY = swaps ? b < 0 : d < 0;
        for (var orientation : EXIF) {
            if (orientation.swapsAxes == swaps && orientation.flipsX == flipsX && orientation.flipsY == flipsY) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** True if width and height change places. */
    public boolean swapsAxes() {
        return swapsAxes;
    }

    /** Turns the picture upright; the same picture if it stands already. */
    public RgbImage apply(RgbImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        var width = swapsAxes ? image.height() : image.width();
        var height = swapsAxes ? image.width() : image.height();
        var source = image.rgb();
        var result = new byte[source.length];
        var stepX = (swapsAxes ? image.width() : 1) * (flipsX ? -3 : 3);
        var stepY = (swapsAxes ? 1 : image.width()) * (flipsY ? -3 : 3);
        var row = (flipsX ? -stepX * (width - 1) : 0) + (flipsY ? -stepY * (height - 1) : 0);
        for (int y = 0, to = 0; y < height; y++, row += stepY) {
            for (int x = 0, from = row; x < width; x++, from += stepX) {
                result[to++] = source[from];
                result[to++] = source[from + 1];
                result[to++] = source[from + 2];
            }
        }
        return new RgbImage(width, height, result);
    }
}
