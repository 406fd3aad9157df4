package io.traitgate.benchmarks.face;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the map from similarity to score out of measured false match rates. The score is linear in the logarithm of the
 * rate, 0 at 1 in 10 and 0.5 at 1 in 10,000, and goes on as it was to 1, where the rate would be 1 in 10,000,000: further
 * than any data set of ours reaches, so that end is extrapolated from the last measured decade.
 */
final class CalibrationMaker {
    private static final double[] RATES = {1e-1, 1e-2, 1e-3, 1e-4};
    private static final int DECADES_BEYOND = 3;

    private CalibrationMaker() {}

    static Calibration make(
            String dataset, LocalDate date, EmbedderChoice choice, String modelVersion, Embeddings embeddings) {
        var comparisons = embeddings.compared(choice.similarity());
        if (comparisons.impostor().length * RATES[RATES.length - 1] < 10) {
            throw new IllegalArgumentException("%d pairs of different people are too few for a rate of 1 in 10,000"
                    .formatted(comparisons.impostor().length));
        }
        var thresholds = new ArrayList<Calibration.Threshold>();
        for (var rate : RATES) {
            thresholds.add(new Calibration.Threshold(rate, rounded(comparisons.threshold(rate))));
        }
        return new Calibration(
                1,
                choice.definition().name(),
                modelVersion,
                choice.similarity(),
                knots(thresholds),
                new Calibration.Origin(
                        dataset,
                        date.toString(),
                        embeddings.people(),
                        embeddings.images(),
                        embeddings.refusals(),
                        comparisons.genuine().length,
                        comparisons.impostor().length,
                        thresholds,
                        "extrapolated from the rates 1e-3 and 1e-4 to 1e-7"));
    }

    private static List<Calibration.Knot> knots(List<Calibration.Threshold> thresholds) {
        var knots = new ArrayList<Calibration.Knot>();
        var last = thresholds.size() - 1;
        for (var i = 0; i <= last; i++) {
            knots.add(new Calibration.Knot(thresholds.get(i).similarity(), rounded(0.5 * i / last)));
        }
        var decade =
                thresholds.get(last).similarity() - thresholds.get(last - 1).similarity();
        knots.add(new Calibration.Knot(rounded(thresholds.get(last).similarity() + DECADES_BEYOND * decade), 1));
        return knots;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
