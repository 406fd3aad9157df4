package io.traitgate.face.quality;

import io.traitgate.face.image.Luma;

/**
 * How the brightness of a face is spread, over the ellipse that fills its bounding box. The measures are those of
 * ISO/IEC 29794-5:2025 (luminance mean and variance, under- and over-exposure, dynamic range), taken on 256 levels of luma.
 *
 * @param mean 0 to 255
 * @param deviation standard deviation, 0 to 127.5
 * @param underExposed share of pixels of at most 25
 * @param overExposed share of pixels of at least 247
 * @param entropy of the histogram in bits, 0 to 8
 * @param shadows the level that 2 % of the pixels do not exceed: eyes and nostrils are dark in every face, unless the
 *     picture is washed out
 */
record LuminanceStatistics(
        double mean, double deviation, double underExposed, double overExposed, double entropy, double shadows) {
    private static final double SHADOWS = 0.02;
    private static final int DARK = 25;
    private static final int BRIGHT = 247;

    static LuminanceStatistics of(Luma luma) {
        var histogram = new int[256];
        var count = 0;
        for (var row = 0; row < luma.height(); row++) {
            var y = (2 * row + 1.0) / luma.height() - 1;
            for (var column = 0; column < luma.width(); column++) {
                var x = (2 * column + 1.0) / luma.width() - 1;
                if (x * x + y * y <= 1) {
                    histogram[Math.round(luma.values()[row * luma.width() + column])]++;
                    count++;
                }
            }
        }
        return of(histogram, Math.max(1, count));
    }

    private static LuminanceStatistics of(int[] histogram, double count) {
        var sum = 0.0;
        var squares = 0.0;
        var dark = 0;
        var bright = 0;
        var entropy = 0.0;
        var shadows = -1;
        var seen = 0;
        for (var level = 0; level < histogram.length; level++) {
            var n = histogram[level];
            if (n == 0) {
                continue;
            }
            seen += n;
            shadows = shadows < 0 && seen >= SHADOWS * count ? level : shadows;
            sum += (double) level * n;
            squares += (double) level * level * n;
            dark += level <= DARK ? n : 0;
            bright += level >= BRIGHT ? n : 0;
            entropy -= n / count * (Math.log(n / count) / Math.log(2));
        }
        var mean = sum / count;
        var variance = Math.max(0, squares / count - mean * mean);
        return new LuminanceStatistics(mean, Math.sqrt(variance), dark / count, bright / count, entropy, shadows);
    }
}
