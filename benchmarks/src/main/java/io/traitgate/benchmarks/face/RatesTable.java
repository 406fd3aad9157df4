package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.Comparisons;
import io.traitgate.benchmarks.accuracy.Interval;
import io.traitgate.benchmarks.accuracy.PeopleBootstrap;
import io.traitgate.benchmarks.accuracy.Rates;
import io.traitgate.face.score.Calibration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The error rates of one kind of comparison with their intervals, as a table.
 *
 * @param comparisons what was compared
 * @param ways how often every pair of pictures is among them: 2 if both ways round
 * @param atMatchRates where the threshold is set on these very comparisons
 * @param atScores where it is set by the calibration
 */
record RatesTable(
        Comparisons comparisons,
        int ways,
        Figure equalErrorRate,
        Figure accuracy,
        double bestAccuracy,
        List<Row> atMatchRates,
        List<Row> atScores) {
    private static final double[] MATCH_RATES = {1e-2, 1e-3, 1e-4};
    private static final double EVEN = 0.5;
    /** Fewer matching pairs say little of a rate (rule of 30). */
    private static final int FEW = 30;

    /** A rate and where it lies with 95 % confidence. */
    record Figure(double value, Interval interval) {}

    /** A place on the curve; {@code at} is a false match rate or a score. */
    record Row(double at, double similarity, Figure falseMatches, Figure falseNonMatches) {}

    static RatesTable of(Comparisons comparisons, int ways, Calibration calibration) {
        var thresholds = IntStream.rangeClosed(1, 9)
                .mapToDouble(tenth -> calibration.similarityOf(tenth / 10.0))
                .toArray();
        var even = calibration.similarityOf(EVEN);
        var rates = comparisons.rates();
        var values = figures(rates, thresholds, even);
        var intervals = PeopleBootstrap.intervals(comparisons, resample -> figures(resample, thresholds, even));
        var figures = IntStream.range(0, values.length)
                .mapToObj(i -> new Figure(values[i], intervals.get(i)))
                .iterator();
        return new RatesTable(
                comparisons,
                ways,
                figures.next(),
                figures.next(),
                rates.bestAccuracy(),
                atMatchRates(rates, figures),
                atScores(thresholds, figures));
    }

    private static double[] figures(Rates rates, double[] thresholds, double even) {
        return DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(rates.equalErrorRate(), rates.accuracy(even)),
                                DoubleStream.of(MATCH_RATES)
                                        .map(rate -> rates.falseNonMatchRate(rates.threshold(rate)))),
                        DoubleStream.of(thresholds)
                                .flatMap(threshold -> DoubleStream.of(
                                        rates.falseMatchRate(threshold), rates.falseNonMatchRate(threshold))))
                .toArray();
    }

    private static List<Row> atMatchRates(Rates rates, Iterator<Figure> figures) {
        var rows = new ArrayList<Row>();
        for (var rate : MATCH_RATES) {
            var threshold = rates.threshold(rate);
            var match = rates.falseMatchRate(threshold);
            rows.add(new Row(rate, threshold, new Figure(match, new Interval(match, match)), figures.next()));
        }
        return rows;
    }

    private static List<Row> atScores(double[] thresholds, Iterator<Figure> figures) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < thresholds.length; i++) {
            rows.add(new Row((i + 1) / 10.0, thresholds[i], figures.next(), figures.next()));
        }
        return rows;
    }

    /** For people to read. */
    String markdown(String title) {
        var text = new StringBuilder();
        add(
                text,
                "%s: %,d comparisons of one person, %,d of different people. Equal error rate **%s** (%s); accuracy at 0.5"
                        + " %s (%s), at the best threshold %s.%n%n",
                title,
                comparisons.genuine(),
                comparisons.impostor(),
                percent(equalErrorRate.value()),
                interval(equalErrorRate.interval()),
                percent(accuracy.value()),
                interval(accuracy.interval()),
                percent(bestAccuracy));
        add(text, "| where | similarity | false match rate | 95 %% | false non-match rate | 95 %% | missed |%n");
        add(text, "| --- | --- | --- | --- | --- | --- | --- |%n");
        atMatchRates.forEach(row ->
                add(text, row, "FMR 1e%d".formatted(Math.round(Math.log10(row.at()))), "by choice of the threshold"));
        atScores.forEach(row -> add(text, row, "score " + row.at(), matchInterval(row)));
        return text.toString();
    }

    private void add(StringBuilder text, Row row, String where, String matchInterval) {
        add(
                text,
                "| %s | %.4f | %s | %s | %s | %s | %d of %,d |%n",
                where,
                row.similarity(),
                percent(row.falseMatches().value()),
                matchInterval,
                percent(row.falseNonMatches().value()),
                interval(row.falseNonMatches().interval()),
                Math.round(row.falseNonMatches().value() * comparisons.genuine()),
                comparisons.genuine());
    }

    private String matchInterval(Row row) {
        var matches = row.falseMatches().value() * comparisons.impostor() / ways;
        if (matches == 0) {
            return "below %s".formatted(percent(3.0 * ways / comparisons.impostor()));
        }
        return interval(row.falseMatches().interval()) + (matches < FEW ? " *" : "");
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private static String interval(Interval interval) {
        return percent(interval.low()) + " to " + percent(interval.high());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.001 && share > 0 ? "%.4f %%" : "%.2f %%", share * 100);
    }
}
