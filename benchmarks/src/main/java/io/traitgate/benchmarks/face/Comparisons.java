package io.traitgate.benchmarks.face;

import java.util.Arrays;
import java.util.List;

/**
 * The similarities of pairs of one person and of pairs of different people, each sorted ascending. A pair matches when
 * its similarity is at least the threshold (ISO/IEC 19795-1).
 */
@SuppressWarnings("ArrayRecordComponent")
record Comparisons(double[] genuine, double[] impostor) {

    static Comparisons of(List<Double> genuine, List<Double> impostor) {
        if (genuine.isEmpty() || impostor.isEmpty()) {
            throw new IllegalArgumentException("%d pairs of one person and %d of different people: both are needed"
                    .formatted(genuine.size(), impostor.size()));
        }
        return new Comparisons(sorted(genuine), sorted(impostor));
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /**
     * The lowest threshold at which no more than this share of the impostor pairs match: half-way between the last pair
     * that may match and the first that must not.
     */
    double threshold(double falseMatchRate) {
        var allowed = (int) Math.floor(falseMatchRate * impostor.length);
        var refused = impostor[impostor.length - allowed - 1];
        return allowed == 0 ? Math.nextUp(refused) : (refused + impostor[impostor.length - allowed]) / 2;
    }

    /** Share of impostor pairs that match. */
    double falseMatchRate(double threshold) {
        return 1 - below(impostor, threshold) / (double) impostor.length;
    }

    /** Share of genuine pairs that do not match. */
    double falseNonMatchRate(double threshold) {
        return below(genuine, threshold) / (double) genuine.length;
    }

    /** The rate at the threshold where both errors are nearest to each other, as their mean. */
    double equalErrorRate() {
        var best = Double.MAX_VALUE;
        var rate = 1.0;
        for (var threshold : genuine) {
            var match = falseMatchRate(threshold);
            var nonMatch = falseNonMatchRate(threshold);
            if (Math.abs(match - nonMatch) < best) {
                best = Math.abs(match - nonMatch);
                rate = (match + nonMatch) / 2;
            }
        }
        return rate;
    }

    private static int below(double[] sorted, double threshold) {
        var found = Arrays.binarySearch(sorted, threshold);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && sorted[found - 1] == threshold) {
            found--;
        }
        return found;
    }
}
