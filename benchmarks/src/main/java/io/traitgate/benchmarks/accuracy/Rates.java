package io.traitgate.benchmarks.accuracy;

/**
 * The error rates of comparisons at any threshold. A comparison matches when its similarity is at least the threshold.
 */
public final class Rates {
    private final Distribution genuine;
    private final Distribution impostor;

    Rates(Distribution genuine, Distribution impostor) {
        this.genuine = genuine;
        this.impostor = impostor;
    }

    /** The lowest threshold at which no more than this share of the comparisons of different people match. */
    public double threshold(double falseMatchRate) {
        return impostor.reachedBy(falseMatchRate);
    }

    /** Share of the comparisons of different people that match. */
    public double falseMatchRate(double threshold) {
        return impostor.shareFrom(threshold);
    }

    /** Share of the comparisons of one person that do not match. */
    public double falseNonMatchRate(double threshold) {
        return genuine.shareBelow(threshold);
    }

    /** Share of right decisions where genuine and impostor attempts are equally many. */
    public double accuracy(double threshold) {
        return 1 - (falseMatchRate(threshold) + falseNonMatchRate(threshold)) / 2;
    }

    /** The best {@link #accuracy} of any threshold: one that was chosen on these very comparisons. */
    public double bestAccuracy() {
        var best = 0.0;
        for (var threshold : genuine.values()) {
            best = Math.max(best, accuracy(threshold));
        }
        return best;
    }

    /** The rate at the threshold where both errors are nearest to each other, as their mean. */
    public double equalErrorRate() {
        var nearest = Double.MAX_VALUE;
        var rate = 1.0;
        for (var threshold : genuine.values()) {
            var match = falseMatchRate(threshold);
            var nonMatch = falseNonMatchRate(threshold);
            if (Math.abs(match - nonMatch) < nearest) {
                nearest = Math.abs(match - nonMatch);
                rate = (match + nonMatch) / 2;
            }
        }
        return rate;
    }
}
