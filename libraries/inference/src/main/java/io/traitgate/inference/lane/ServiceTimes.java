package io.traitgate.inference.lane;

import java.util.HashMap;
import java.util.Map;

/** What workloads are expected to cost, learnt from what they did cost. Not thread-safe. */
final class ServiceTimes {
    private final Map<WorkKind, ServiceTime> times = new HashMap<>();

    /** The nanoseconds that a lane will need for it. */
    double expected(Workload load) {
        var sum = 0.0;
        for (var piece : load.pieces().entrySet()) {
            sum += piece.getValue() * time(piece.getKey()).nanos();
        }
        return sum;
    }

    /** Notes what a workload took. Where it was of several kinds, all are taken to have been off by the same factor. */
    void learn(Workload load, long measuredNanos) {
        var expected = expected(load);
        if (expected > 0) {
            var factor = measuredNanos / expected;
            load.pieces().keySet().stream().map(this::time).forEach(time -> time.add(time.nanos() * factor));
        }
    }

    private ServiceTime time(WorkKind kind) {
        return times.computeIfAbsent(
                kind, unknown -> new ServiceTime(unknown.expected().toNanos()));
    }
}
