package io.traitgate.inference.lane;

/**
 * How long a piece of one kind takes: a weighted moving average that believes bad news sooner than good, so that a few
 * cheap pieces do not open the door to many dear ones.
 */
final class ServiceTime {
    private static final double WEIGHT_OF_LONGER = 0.25;
    private static final double WEIGHT_OF_SHORTER = 0.05;
    private double nanos;

    ServiceTime(long expectedNanos) {
        nanos = expectedNanos;
    }

    void add(double measuredNanos) {
        nanos += (measuredNanos > nanos ? WEIGHT_OF_LONGER : WEIGHT_OF_SHORTER) * (measuredNanos - nanos);
    }

    double nanos() {
        return nanos;
    }
}
