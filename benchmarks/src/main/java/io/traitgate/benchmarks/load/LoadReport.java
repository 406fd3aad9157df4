package io.traitgate.benchmarks.load;

import io.traitgate.benchmarks.chart.LineChart;
import io.traitgate.benchmarks.chart.LineChart.Point;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ladder of rates, as a table and pictures.
 *
 * @param machine where it was climbed
 * @param capacity calls a second with callers that wait for their answers, from which the rates were derived
 * @param rungs by rising rate
 */
record LoadReport(String machine, double capacity, int bodyBytes, List<Period> rungs) {
    private static final String AXIS = "offered calls a second";

    LoadReport {
        rungs = List.copyOf(rungs);
    }

    /** The most that was answered with 200 at any rate, a second. */
    double peak() {
        return rungs.stream().mapToDouble(Period::accepted).max().orElse(0);
    }

    /** The least that was, as a share of the peak, at rates above it; empty if no rate was. */
    Optional<Double> pastSaturation() {
        return rungs.stream()
                .filter(rung -> rung.offered() > peak() * 1.05)
                .map(rung -> rung.accepted() / peak())
                .min(Double::compare);
    }

    /** The slowest hundredth of refusals at any rate took this many milliseconds or more; empty if none was refused. */
    Optional<Double> slowestRefusals() {
        return rungs.stream().map(Period::refusedP99).filter(Objects::nonNull).max(Double::compare);
    }

    String markdown() {
        var text = new StringBuilder();
        text.append(format(
                "%s. Photo authentications with bodies of %d kB. Callers that wait for their answers reach %.1f calls a second.%n%n",
                machine, bodyBytes / 1000, capacity));
        text.append(format(
                "Most answered with 200: **%.1f a second**; at higher rates at least **%s** of that. Refusals: 99 of 100 within"
                        + " **%s** at every rate.%n%n",
                peak(),
                pastSaturation().map(share -> format("%.0f %%", share * 100)).orElse("(not reached)"),
                slowestRefusals().map(millis -> format("%.0f ms", millis)).orElse("(none)")));
        text.append(
                "| offered/s | answered 200/s | refused 503/s | otherwise | p50 ms | p99 ms | refusal p50 ms | refusal p99 ms |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (var rung : rungs) {
            text.append(format(
                    "| %.1f | %.1f | %.1f | %d | %s | %s | %s | %s |%n",
                    rung.offered(),
                    rung.accepted(),
                    rung.refused(),
                    rung.failed(),
                    millis(rung.p50()),
                    millis(rung.p99()),
                    millis(rung.refusedP50()),
                    millis(rung.refusedP99())));
        }
        return text.toString();
    }

    /** How long answers take at which rate. */
    String latencyPicture() {
        return new LineChart("How long an authentication takes", AXIS, "milliseconds")
                .with("answered with 200, 50 of 100 within", points(Period::p50))
                .with("answered with 200, 99 of 100 within", points(Period::p99))
                .with("refused with 503, 50 of 100 within", points(Period::refusedP50))
                .with("refused with 503, 99 of 100 within", points(Period::refusedP99))
                .svg();
    }

    /** What becomes of the calls at which rate. */
    String throughputPicture() {
        return new LineChart("What becomes of authentications", AXIS, "calls a second")
                .with("answered with 200", points(Period::accepted))
                .with("refused with 503", points(Period::refused))
                .svg();
    }

    private List<Point> points(Function<Period, @Nullable Double> value) {
        return rungs.stream()
                .flatMap(rung ->
                        Optional.ofNullable(value.apply(rung)).map(up -> new Point(rung.offered(), up)).stream())
                .toList();
    }

    private static String millis(@Nullable Double millis) {
        return millis == null ? "-" : format("%.0f", millis);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
