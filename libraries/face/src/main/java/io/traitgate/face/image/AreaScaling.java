package io.traitgate.face.image;

import io.traitgate.media.RgbImage;
import java.util.Arrays;

/** Scaling down by averaging the area that each new pixel covers: no aliasing, no ringing. */
public final class AreaScaling {
    private AreaScaling() {}

    /**
     * The picture at a size not larger than its own.
     *
     * @throws IllegalArgumentException for a size of zero or larger than the picture
     */
    public static RgbImage scale(RgbImage image, int width, int height) {
        if (width < 1 || height < 1 || width > image.width() || height > image.height()) {
            throw new IllegalArgumentException("Cannot scale %s down to %d x %d".formatted(image, width, height));
        }
        if (width == image.width() && height == image.height()) {
            return image;
        }
        return new RgbImage(width, height, down(across(image, width), width, image.height(), height));
    }

    /** The picture narrowed to a width, as float values row by row. */
    private static float[] across(RgbImage image, int width) {
        var result = new float[width * image.height() * 3];
        var rgb = image.rgb();
        var spans = spans(image.width(), width);
        var to = 0;
        for (var row = 0; row < image.height(); row++) {
            for (var span : spans) {
                var red = 0f;
                var green = 0f;
                var blue = 0f;
                var from = (row * image.width() + span.first) * 3;
                for (var weight : span.weights) {
                    red += weight * (rgb[from] & 0xff);
                    green += weight * (rgb[from + 1] & 0xff);
                    blue += weight * (rgb[from + 2] & 0xff);
                    from += 3;
                }
                result[to] = red;
                result[to + 1] = green;
                result[to + 2] = blue;
                to += 3;
            }
        }
        return result;
    }

    /** Rows of values flattened to a height. Whole rows are added at a time, which a processor does many values at once. */
    private static byte[] down(float[] values, int width, int source, int height) {
        var rowLength = width * 3;
        var result = new byte[rowLength * height];
        var spans = spans(source, height);
        var sum = new float[rowLength];
        for (var row = 0; row < height; row++) {
            var span = spans[row];
            Arrays.fill(sum, 0.5f);
            for (var i = 0; i < span.weights.length; i++) {
                add(sum, values, (span.first + i) * rowLength, span.weights[i]);
            }
            for (var at = 0; at < rowLength; at++) {
                result[row * rowLength + at] = (byte) Math.min(255, (int) sum[at]);
            }
        }
        return result;
    }

    private static void add(float[] sum, float[] values, int from, float weight) {
        for (var at = 0; at < sum.length; at++) {
            sum[at] += weight * values[from + at];
        }
    }

    /** The source pixels under a target pixel and the share of each. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Span(int first, float[] weights) {}

    private static Span[] spans(int source, int target) {
        var step = (double) source / target;
        var spans = new Span[target];
        for (var i = 0; i < target; i++) {
            var start = i * step;
            var end = Math.min(source, (i + 1) * step);
            var first = (int) start;
            var weights = new float[(int) Math.ceil(end - 1e-9) - first];
            for (var j = 0; j < weights.length; j++) {
                weights[j] = (float) ((Math.min(end, first + j + 1.0) - Math.max(start, first + j)) / step);
            }
            spans[i] = new Span(first, weights);
        }
        return spans;
    }
}
