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
        var inner = width - 2;
        var count = Math.max(0, inner) * Math.max(0, luma.height() - 2);
        var before = new float[count];
        var after = new float[count];
        for (int y = 1, to = 0; to < count; y++, to += inner) {
            var next = (y + dy) * width + 1 + dx;
            var last = (y - dy) * width + 1 - dx;
            squares(luma.values(), next, last, before, to, inner);
            squares(blurred, next, last, after, to, inner);
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

    private static void squares(float[] values, int next, int last, float[] result, int to, int count) {
        for (var i = 0; i < count; i++) {
            var difference = values[next + i] - values[last + i];
            result[to + i] = difference * difference;
        }
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
        return down(across(luma.values(), luma.width(), kernel), luma.width(), kernel);
    }

    /** Convolves along the rows; edge values repeat. */
    private static float[] across(float[] values, int width, float[] kernel) {
        var result = new float[values.length];
        var radius = kernel.length / 2;
        var row = new float[width + 2 * radius];
        var sum = new float[width];
        for (var start = 0; start < values.length; start += width) {
            Arrays.fill(row, 0, radius, values[start]);
            System.arraycopy(values, start, row, radius, width);
            Arrays.fill(row, radius + width, row.length, values[start + width - 1]);
            Arrays.fill(sum, 0);
            for (var k = 0; k < kernel.length; k++) {
                add(sum, row, k, kernel[k]);
            }
            System.arraycopy(sum, 0, result, start, width);
        }
        return result;
    }

    /** Convolves along the columns; edge values repeat. */
    private static float[] down(float[] values, int width, float[] kernel) {
        var result = new float[values.length];
        var radius = kernel.length / 2;
        var height = values.length / width;
        var sum = new float[width];
        for (var y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            for (var k = 0; k < kernel.length; k++) {
                add(sum, values, Math.clamp(y + k - radius, 0, height - 1) * width, kernel[k]);
            }
            System.arraycopy(sum, 0, result, y * width, width);
        }
        return result;
    }

    /** Adds a weighted row: many values at once, where the processor can. */
    private static void add(float[] sum, float[] values, int from, float weight) {
        for (var i = 0; i < sum.length; i++) {
            sum[i] += weight * values[from + i];
        }
    }
}
