package io.traitgate.face.detection;

import io.traitgate.face.image.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Weighted non-maximum suppression: every group of overlapping boxes becomes its mean, weighted by score (Bazarevsky et
 * al., BlazeFace, 2019, section 3.4), which steadies the box from frame to frame.
 */
final class WeightedMerge {
    private static final double OVERLAP = 0.3;

    private WeightedMerge() {}

    /** One detection a face, best first; a merged one has the score of its best. */
    static List<Detection> merge(List<Detection> found) {
        var remaining = new ArrayList<>(found);
        remaining.sort(Comparator.comparingDouble(Detection::score).reversed());
        var merged = new ArrayList<Detection>();
        while (!remaining.isEmpty()) {
            var best = remaining.getFirst();
            var group = remaining.stream()
                    .filter(other -> other == best || overlap(best, other) > OVERLAP)
                    .toList();
            remaining.removeAll(group);
            merged.add(mean(group));
        }
        return merged;
    }

    private static Detection mean(List<Detection> group) {
        return new Detection(
                group.getFirst().score(),
                new Point(
                        mean(group, d -> d.centre().x()),
                        mean(group, d -> d.centre().y())),
                mean(group, Detection::width),
                mean(group, Detection::height),
                IntStream.range(0, group.getFirst().points().size())
                        .mapToObj(i -> new Point(
                                mean(group, d -> d.points().get(i).x()),
                                mean(group, d -> d.points().get(i).y())))
                        .toList());
    }

    private static double mean(List<Detection> group, ToDoubleFunction<Detection> value) {
        var weights = group.stream().mapToDouble(Detection::score).sum();
        return group.stream()
                        .mapToDouble(d -> d.score() * value.applyAsDouble(d))
                        .sum()
                / weights;
    }

    /** Intersection over union. */
    private static double overlap(Detection a, Detection b) {
        var width = common(a.centre().x(), a.width(), b.centre().x(), b.width());
        var height = common(a.centre().y(), a.height(), b.centre().y(), b.height());
        var intersection = width * height;
        return intersection / (a.width() * a.height() + b.width() * b.height() - intersection);
    }

    private static double common(double a, double aSize, double b, double bSize) {
        return Math.max(0, Math.min(a + aSize / 2, b + bSize / 2) - Math.max(a - aSize / 2, b - bSize / 2));
    }
}
