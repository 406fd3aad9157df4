package io.traitgate.benchmarks.climbing;

/**
 * What an answer tells about a similarity: that it lies between two bounds. An exact score has equal bounds; where nothing
 * is said on one side, the bound is infinite.
 */
record Interval(double low, double high) {

    static Interval exactly(double similarity) {
        return new Interval(similarity, similarity);
    }

    static Interval below(double similarity) {
        return new Interval(Double.NEGATIVE_INFINITY, similarity);
    }

    /** Whether both bounds are known: the probe is on the slope that can be climbed. */
    boolean isBounded() {
        return low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
    }

    double middle() {
        return (low + high) / 2;
    }

    double width() {
        return high - low;
    }
}
