package io.traitgate.local.command;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How a running installation fares: rates and latencies between two looks, the rest as of the second.
 *
 * @param callsPerSecond answered calls
 * @param refusedPerSecond those among them that were not answered with 200
 * @param p50 milliseconds within which half of the calls were answered; empty without calls
 * @param p99 likewise for 99 of a hundred
 * @param queued pieces of work that wait for a lane
 * @param busy lanes at work
 * @param lanes lanes in all
 * @param turnedAway pieces of work that found the lanes too busy, since start
 * @param lag records of topics that are not read yet
 * @param pending enrolments that wait for their build
 * @param eventsDropped events that found no room or could not be told, since start
 */
record Vitals(
        double callsPerSecond,
        double refusedPerSecond,
        OptionalDouble p50,
        OptionalDouble p99,
        long queued,
        long busy,
        long lanes,
        long turnedAway,
        long lag,
        long pending,
        long eventsDropped) {
    private static final String CALLS = "traitgate_gateway_calls_seconds";
    private static final String COUNT = CALLS + "_count";
    private static final String EVENTS = "traitgate_events_total";

    static Vitals between(MetricsPage first, MetricsPage second, Duration time) {
        double seconds = time.toNanos() / 1e9;
        double calls = second.sum(COUNT) - first.sum(COUNT);
        double good = second.sum(COUNT, "status", "200") - first.sum(COUNT, "status", "200");
        TreeMap<Double, Double> buckets = second.buckets(CALLS);
        first.buckets(CALLS).forEach((limit, count) -> buckets.merge(limit, -count, Double::sum));
        return new Vitals(
                calls / seconds,
                (calls - good) / seconds,
                percentile(buckets, 0.5),
                percentile(buckets, 0.99),
                Math.round(second.sum("traitgate_lane_queued")),
                Math.round(second.sum("traitgate_lane_busy")),
                Math.round(second.sum("traitgate_lane_count")),
                Math.round(second.sum("traitgate_lane_refused_total")),
                Math.round(second.sum("kafka_consumer_fetch_manager_records_lag")),
                Math.round(second.sum("traitgate_enrolments_pending")),
                Math.round(second.sum(EVENTS, "outcome", "dropped") + second.sum(EVENTS, "outcome", "failed")));
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "  %.1f calls/s, %.1f of them refused, p50 %s, p99 %s%n"
                        + "  lanes %d of %d busy, %d waiting, %d turned away since start%n"
                        + "  %d enrolments pending, %d records to be read, %d events dropped",
                callsPerSecond,
                refusedPerSecond,
                milliseconds(p50),
                milliseconds(p99),
                busy,
                lanes,
                queued,
                turnedAway,
                pending,
                lag,
                eventsDropped);
    }

    /** Between the bounds of its bucket the values are taken to lie evenly. */
    static OptionalDouble percentile(TreeMap<Double, Double> buckets, double share) {
        double all = buckets.isEmpty() ? 0 : buckets.lastEntry().getValue();
        if (all < 1) {
            return OptionalDouble.empty();
        }
        double wanted = all * share;
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() >= wanted) {
                double upper = Double.isInfinite(bucket.getKey()) ? lower : bucket.getKey();
                double inside = bucket.getValue() - below;
                double part = inside == 0 ? 1 : (wanted - below) / inside;
                return OptionalDouble.of(1000 * (lower + (upper - lower) * part));
            }
            lower = bucket.getKey();
            below = bucket.getValue();
        }
        return OptionalDouble.of(1000 * lower);
    }

    private static String milliseconds(OptionalDouble value) {
        return value.isPresent() ? Math.round(value.getAsDouble()) + " ms" : "-";
    }
}
