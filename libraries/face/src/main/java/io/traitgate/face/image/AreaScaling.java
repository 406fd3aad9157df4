package io.traitgate.face.image;

import io.traitgate.media.RgbImage;

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
        var columns = new float[width * image.height() * 3];
        var rgb = image.rgb();
        var across = spans(image.width(), width);
        for (var row = 0; row < image.height(); row++) {
            for (var column = 0; column < width; column++) {
                var to = (row * width + column) * 3;
                var span = across[column];
                for (var i = 0; i < span.weights.length; i++) {
                    var from = (row * image.width() + span.first + i) * 3;
                    columns[to] += span.weights[i] * (rgb[from] & 0xff);
                    columns[to + 1] += span.weights[i] * (rgb[from + 1] & 0xff);
                    columns[to + 2] += span.weights[i] * (rgb[from + 2] & 0xff);
                }
            }
        }
        var result = new byte[width * height * 3];
        var down = spans(image.height(), height);
        for (var row = 0; row < height; row++) {
            var span = down[row];
            for (var at = 0; at < width * 3; at++) {
                var sum = 0.5f;
                for (var i = 0; i < span.weights.length; i++) {
                    sum += span.weights[i] * columns[(span.first + i) * width * 3 + at];
                }
                result[row * width * 3 + at] = (byte) Math.min(255, (int) sum);
            }
        }
        return new RgbImage(width, height, result);
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
