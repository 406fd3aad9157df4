package io.traitgate.face.quality;

import io.traitgate.face.image.Luma;
import java.util.Arrays;

/**
 * How blurred the edges of a picture are: about the width (sigma) in pixels of the Gaussian that would have blurred a sharp
 * edge so much; up to a pixel more, since the flanks of an edge count as well as its middle.
 *
 * <p>An edge of width sigma loses a share of its steepness when it is blurred once more by a known s: the ratio of the
 * squared gradients before and after is {@code 1 + s² / sigma²} (Zhuo and Sim, "Defocus map estimation from a single
 * image", 2011). Being a ratio it does not depend on contrast. It is taken along four directions, over the strongest
 * edges only, so that noise counts little; motion blurs along one direction and leaves the others.
 *
 * @param sigma the geometric mean over the directions
 * @param directionality the widest of the directions over the narrowest: 1 where none stands out
 */
record BlurEstimate(double sigma, double directionality) {
    private static final double REBLUR = 1.5;
    private static final double STRONG_EDGES = 0.15;
    private static final double WIDEST = 12;
    private static final int[][] DIRECTIONS = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}};

    static BlurEstimate of(Luma luma) {
        var blurred = reblurred(luma);
        var sigmas = new double[DIRECTIONS.length];
        for (var i = 0; i < sigmas.length; i++) {
            sigmas[i] = sigma(luma, blurred, DIRECTIONS[i][0], DIRECTIONS[i][1]);
        }
        var product = Arrays.stream(sigmas).reduce(1, (a, b) -> a * b);
        var widest = Arrays.stream(sigmas).max().orElseThrow();
        var narrowest = Arrays.stream(sigmas).min().orElseThrow();
        return new BlurEstimate(Math.pow(product, 1.0 / sigmas.length), widest / narrowest);
    }

    private static double sigma(Luma luma, float[] blurred, int dx, int dy) {
        var width = luma.width();
        var before = new float[blurred.length];
        var after = new float[blurred.length];
        var count = 0;
        for (var y = 1; y < luma.height() - 1; y++) {
            for (var x = 1; x < width - 1; x++) {
                var next = (y + dy) * width + x + dx;
                var last = (y - dy) * width + x - dx;
                var sharp = luma.values()[next] - luma.values()[last];
                var soft = blurred[next] - blurred[last];
                before[count] = sharp * sharp;
                after[count++] = soft * soft;
            }
        }
        var threshold = quantile(after, count, 1 - STRONG_EDGES);
        var energyBefore = 0.0;
        var energyAfter = 0.0;
        for (var i = 0; i < count; i++) {
            if (after[i] >= threshold) {
                energyBefore += before[i];
                energyAfter += after[i];
            }
        }
        var ratio = energyAfter == 0 ? 1 : energyBefore / energyAfter;
        return ratio <= 1 + REBLUR * REBLUR / (WIDEST * WIDEST) ? WIDEST : REBLUR / Math.sqrt(ratio - 1);
    }

    /**
     * The value that this share of the values does not exceed, to one part in 128. Bits of floats that are not negative
     * are ordered as the floats themselves, so their upper half counts them without sorting.
     */
    private static float quantile(float[] values, int count, double share) {
        var histogram = new int[1 << 15];
        for (var i = 0; i < count; i++) {
            histogram[Float.floatToRawIntBits(values[i]) >>> 16]++;
        }
        var below = 0;
        var bin = -1;
        while (below <= share * count && bin < histogram.length - 1) {
            below += histogram[++bin];
        }
        return Float.intBitsToFloat(bin << 16);
    }

    private static float[] reblurred(Luma luma) {
        var radius = (int) Math.ceil(3 * REBLUR);
        var kernel = new float[2 * radius + 1];
        var sum = 0.0;
        for (var i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * REBLUR * REBLUR));
            sum += kernel[i];
        }
        for (var i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
        var across = convolved(luma.values(), luma.width(), luma.height(), 1, luma.width(), kernel);
        return convolved(across, luma.height(), luma.width(), luma.width(), 1, kernel);
    }

    /** Convolves along lines of {@code length} values, {@code step} apart; edge values repeat. */
    private static float[] convolved(float[] values, int length, int lines, int step, int lineStep, float[] kernel) {
        var result = new float[values.length];
        var radius = kernel.length / 2;
        for (var line = 0; line < lines; line++) {
            for (var i = 0; i < length; i++) {
                var sum = 0f;
                for (var k = 0; k < kernel.length; k++) {
                    var at = Math.clamp(i + k - radius, 0, length - 1);
                    sum += kernel[k] * values[line * lineStep + at * step];
                }
                result[line * lineStep + i * step] = sum;
            }
        }
        return result;
    }
}
