package io.traitgate.benchmarks.accuracy;

import java.util.Arrays;

/**
 * Similarities in ascending order, each with a weight.
 *
 * @param values ascending
 * @param before the weight of all values before the one at the same place; at the end the weight of all
 */
@SuppressWarnings("ArrayRecordComponent")
record Distribution(double[] values, double[] before) {

    /** Every value counts once. */
    static Distribution of(double[] sorted) {
        var before = new double[sorted.length + 1];
        Arrays.setAll(before, i -> i);
        return new Distribution(sorted, before);
    }

    /** The same values, weighted anew. */
    Distribution weighted(double[] weights) {
        var sums = new double[values.length + 1];
        for (var i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + weights[i];
        }
        return new Distribution(values, sums);
    }

    double weight() {
        return before[values.length];
    }

    /** The share of the weight at values below a threshold. */
    double shareBelow(double threshold) {
        return before[firstAtLeast(threshold)] / weight();
    }

    /** The share of the weight at values of at least a threshold. */
    double shareFrom(double threshold) {
        return (weight() - before[firstAtLeast(threshold)]) / weight();
    }

    /**
     * The lowest threshold that no more than this share of the weight reaches: half-way between the last value that does
     * not reach it and the first that does.
     */
    double reachedBy(double share) {
        var allowed = share * weight();
        var low = 0;
        var high = values.length;
        while (low < high) {
            var middle = (low + high) / 2;
            if (weight() - before[middle] <= allowed) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == 0) {
            return values[0];
        }
        var refused = values[low - 1];
        return low == values.length || values[low] == refused ? Math.nextUp(refused) : (refused + values[low]) / 2;
    }

    private int firstAtLeast(double threshold) {
        var low = 0;
        var high = values.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (values[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
