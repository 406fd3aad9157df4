package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.face.AccuracyReport.Point;
import io.traitgate.face.score.Calibration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Reads the error rates off compared pairs. */
final class RateMeter {
    private final Calibration calibration;

    RateMeter(Calibration calibration) {
        this.calibration = calibration;
    }

    AccuracyReport.Rates of(Comparisons pairs) {
        return new AccuracyReport.Rates(
                pairs.genuine().length,
                pairs.impostor().length,
                pairs.equalErrorRate(),
                DoubleStream.of(1e-2, 1e-3, 1e-4)
                        .mapToObj(rate -> point(rate, pairs.threshold(rate), pairs))
                        .toList(),
                atScores(pairs));
    }

    private List<Point> atScores(Comparisons pairs) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(tenth -> point(tenth / 10.0, calibration.similarityOf(tenth / 10.0), pairs))
                .toList();
    }

    private static Point point(double at, double similarity, Comparisons pairs) {
        return new Point(at, similarity, pairs.falseMatchRate(similarity), pairs.falseNonMatchRate(similarity));
    }
}
