package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.Comparisons;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the map from similarity to score out of measured false match rates. The score is linear in the logarithm of the
 * rate: 0 at 1 in 10, 0.5 at 1 in 10,000, 1 at 1 in 10,000,000.
 *
 * <p>A rate is measured where at least {@value #RULE} pairs of different people would match at it (the rule of 30:
 * Doddington et al., 2000; with 90 % confidence it is then right to within a third). Beyond, the last measured decade is
 * carried on, which errs to the strict side: on the sets we know the decades grow shorter.
 */
final class CalibrationMaker {
    static final int RULE = 30;
    private static final double[] RATES = {1e-1, 1e-2, 1e-3, 1e-4};
    /** Decades from score 0 to score 1. */
    private static final int DECADES = 6;
    /** Without two measured rates there is no decade to carry on. */
    private static final int FEWEST_RATES = 2;

    private CalibrationMaker() {}

    /** How many false match rates of the four this many pairs of different people carry. */
    static int measurable(long impostorPairs) {
        var count = 0;
        while (count < RATES.length && impostorPairs * RATES[count] >= RULE - 1e-6) {
            count++;
        }
        return count;
    }

    /** The smallest false match rate that this many pairs of different people carry. */
    static double smallestMeasurable(long impostorPairs) {
        return RATES[measurable(impostorPairs) - 1];
    }

    static Calibration make(
            String dataset, LocalDate date, EmbedderChoice choice, String modelVersion, Embeddings embeddings) {
        var comparisons = embeddings.compared(choice.similarity());
        return new Calibration(
                1,
                choice.definition().name(),
                modelVersion,
                choice.similarity(),
                knots(thresholds(comparisons)),
                new Calibration.Origin(
                        dataset,
                        date.toString(),
                        embeddings.people().size(),
                        embeddings.images(),
                        embeddings.refusals(),
                        comparisons.genuine() / 2,
                        comparisons.impostor() / 2,
                        thresholds(comparisons),
                        clearEnd(measurable(comparisons.impostor() / 2))));
    }

    private static List<Calibration.Threshold> thresholds(Comparisons comparisons) {
        // Each pair was compared both ways round.
        var measurable = measurable(comparisons.impostor() / 2);
        if (measurable < FEWEST_RATES) {
            throw new IllegalArgumentException(
                    "%,d pairs of different people are too few: a false match rate of 1 in 100"
                                    .formatted(comparisons.impostor() / 2)
                            + " takes %,d".formatted(Math.round(RULE / RATES[FEWEST_RATES - 1])));
        }
        var rates = comparisons.rates();
        var thresholds = new ArrayList<Calibration.Threshold>();
        for (var i = 0; i < measurable; i++) {
            thresholds.add(new Calibration.Threshold(RATES[i], rounded(rates.threshold(RATES[i]))));
        }
        return thresholds;
    }

    private static List<Calibration.Knot> knots(List<Calibration.Threshold> measured) {
        var knots = new ArrayList<Calibration.Knot>();
        for (var i = 0; i < measured.size(); i++) {
            knots.add(new Calibration.Knot(measured.get(i).similarity(), score(i)));
        }
        var last = measured.getLast().similarity();
        var decade = last - measured.get(measured.size() - 2).similarity();
        for (var i = measured.size(); i < RATES.length; i++) {
            knots.add(new Calibration.Knot(rounded(last + decade * (i - measured.size() + 1)), score(i)));
        }
        knots.add(new Calibration.Knot(rounded(last + decade * (DECADES + 1 - measured.size())), 1));
        return knots;
    }

    private static double score(int decade) {
        return rounded((double) decade / DECADES);
    }

    private static String clearEnd(int measured) {
        return String.format(
                Locale.ROOT,
                "extrapolated from the rates 1e-%d and 1e-%d to 1e-%d",
                measured - 1,
                measured,
                DECADES + 1);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
