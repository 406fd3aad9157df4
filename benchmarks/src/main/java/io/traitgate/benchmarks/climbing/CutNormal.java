package io.traitgate.benchmarks.climbing;

/**
 * Mean and variance of a normal distribution of which only an interval is left.
 *
 * @param mean of what is left
 * @param variance of what is left
 */
record CutNormal(double mean, double variance) {
    /** An interval so narrow against the distribution counts as its middle. */
    private static final double NARROW = 0.2;

    private static final double LEAST = 1e-9;
    private static final double FAR = 6;

    static CutNormal of(double mean, double variance, Interval left) {
        var deviation = Math.sqrt(variance);
        if (left.isBounded() && left.width() < NARROW * deviation) {
            return new CutNormal(left.middle(), left.width() * left.width() / 12);
        }
        var low = Math.clamp((left.low() - mean) / deviation, -FAR, FAR);
        var high = Math.clamp((left.high() - mean) / deviation, -FAR, FAR);
        var mass = Math.max(LEAST, distribution(high) - distribution(low));
        var shift = (density(low) - density(high)) / mass;
        var spread = 1 + (low * density(low) - high * density(high)) / mass - shift * shift;
        return new CutNormal(mean + deviation * shift, variance * Math.clamp(spread, LEAST, 1));
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Abramowitz and Stegun, 26.2.17; off by less than 1e-7. */
    private static double distribution(double x) {
        var t = 1 / (1 + 0.2316419 * Math.abs(x));
        var tail = density(x)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x > 0 ? 1 - tail : tail;
    }
}
