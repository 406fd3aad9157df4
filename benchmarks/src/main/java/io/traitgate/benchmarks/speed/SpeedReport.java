package io.traitgate.benchmarks.speed;

import io.traitgate.benchmarks.load.Period;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The API beside the bare pipeline.
 *
 * @param machine where it was measured
 * @param rounds in their order
 * @param alone one caller that waits for its answers
 * @param perCall time on the cores that a call costs, by process
 */
record SpeedReport(
        String machine, int cores, int callers, List<Round> rounds, Period alone, Map<String, Duration> perCall) {

    SpeedReport {
        rounds = List.copyOf(rounds);
    }

    /**
     * The bare pipeline, and right after it the API.
     *
     * @param bare photos a second
     * @param api calls a second
     * @param generator the part of all cores that sending the load took, 0 to 1
     */
    record Round(double bare, double api, double generator) {

        double ratio() {
            return api / bare;
        }

        /** As if the load had come from another machine. */
        double ratioWithoutGenerator() {
            return ratio() / (1 - generator);
        }
    }

    String markdown() {
        var text = new StringBuilder();
        text.append(format(
                "%s. %d callers that wait for their answers; the pipeline on %d threads.%n%n",
                machine, callers, cores));
        text.append(format(
                "The API reaches **%s of the bare pipeline** (%s in single rounds), with the load generator on the same cores;"
                        + " **%s** (%s) when the cores' time that it took is not counted.%n%n",
                percent(ratios().average().orElse(0)),
                span(ratios()),
                percent(fairRatios().average().orElse(0)),
                span(fairRatios())));
        text.append(format(
                "One call at a time: **%.1f ms** in the middle, **%.1f ms** for the slowest hundredth.%n%n",
                alone.p50() == null ? Double.NaN : alone.p50(), alone.p99() == null ? Double.NaN : alone.p99()));
        text.append(
                "| round | bare pipeline, photos/s | API, calls/s | ratio | generator's part of the cores | ratio without it |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
        for (var i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            text.append(format(
                    "| %d | %.1f | %.1f | %s | %s | %s |%n",
                    i + 1,
                    round.bare(),
                    round.api(),
                    percent(round.ratio()),
                    percent(round.generator()),
                    percent(round.ratioWithoutGenerator())));
        }
        text.append("\n| process | ms on the cores a call |\n| --- | --- |\n");
        var bare = rounds.stream().mapToDouble(Round::bare).average().orElse(Double.NaN);
        text.append(format("| (bare pipeline, a photo) | %.1f |%n", cores * 1e3 / bare));
        perCall.forEach((process, time) -> text.append(format("| %s | %.2f |%n", process, time.toNanos() / 1e6)));
        return text.toString();
    }

    private DoubleStream ratios() {
        return rounds.stream().mapToDouble(Round::ratio);
    }

    private DoubleStream fairRatios() {
        return rounds.stream().mapToDouble(Round::ratioWithoutGenerator);
    }

    private static String span(DoubleStream ratios) {
        var summary = ratios.summaryStatistics();
        return percent(summary.getMin()) + " to " + percent(summary.getMax());
    }

    private static String percent(double share) {
        return format("%.0f %%", share * 100);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
