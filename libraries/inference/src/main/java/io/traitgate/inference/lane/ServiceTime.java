package io.traitgate.inference.lane;

/** Exponentially weighted moving average of service times: follows a change of load within some ten pieces of work. */
final class ServiceTime {
    private static final double WEIGHT = 0.1;
    private double nanos;

    ServiceTime(long expectedNanos) {
        nanos = expectedNanos;
    }

    void add(long measuredNanos) {
        nanos += WEIGHT * (measuredNanos - nanos);
    }

    double nanos() {
        return nanos;
    }
}
