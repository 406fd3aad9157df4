package io.traitgate.benchmarks.face;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one embedder on people who took no part in its calibration.
 *
 * @param refused number of images that the gates refused, by code
 * @param single one picture against one
 * @param template one picture against a template of two, null where nobody has three pictures
 */
record AccuracyReport(
        String dataset,
        String date,
        String modelVersion,
        int people,
        int images,
        Map<Integer, Integer> refused,
        Rates single,
        @Nullable Rates template) {

    /**
     * The error rates of one kind of comparison.
     *
     * @param atMatchRates what share of genuine pairs is refused where the threshold is set on these very pairs
     * @param atScores both rates at the scores that the shipped calibration gives
     */
    record Rates(
            long genuinePairs,
            long impostorPairs,
            double equalErrorRate,
            List<Point> atMatchRates,
            List<Point> atScores) {}

    /** A place on the curve; {@code at} is a false match rate or a score. */
    record Point(double at, double similarity, double falseMatchRate, double falseNonMatchRate) {}

    /** For {@code docs/accuracy.md}. */
    String markdown() {
        var text = new StringBuilder();
        format(text, "### %s%n%n", modelVersion);
        format(
                text,
                "Measured on %s, %s: %d people, %d images, %d of them refused (by code: %s).%n",
                dataset,
                date,
                people,
                images,
                refusals(),
                refused);
        add(text, "One picture against one", single);
        if (template != null) {
            add(text, "One picture against a template of two", template);
        }
        return text.toString();
    }

    private int refusals() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void add(StringBuilder text, String title, Rates rates) {
        format(
                text,
                "%n%s: %,d pairs of one person, %,d of different people; equal error rate %s.%n%n",
                title,
                rates.genuinePairs(),
                rates.impostorPairs(),
                percent(rates.equalErrorRate()));
        format(text, "| where | similarity | false match rate | false non-match rate |%n| --- | --- | --- | --- |%n");
        rates.atMatchRates().forEach(point -> add(text, "FMR " + exponent(point.at()), point));
        rates.atScores().forEach(point -> add(text, "score " + point.at(), point));
    }

    private static void add(StringBuilder text, String where, Point point) {
        format(
                text,
                "| %s | %.4f | %s | %s |%n",
                where,
                point.similarity(),
                percent(point.falseMatchRate()),
                percent(point.falseNonMatchRate()));
    }

    private static void format(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }

    private static String exponent(double rate) {
        return "1e" + Math.round(Math.log10(rate));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.001 && share > 0 ? "%.4f %%" : "%.2f %%", share * 100);
    }
}
