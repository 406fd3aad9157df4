package io.traitgate.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What services tell at {@code /q/metrics}, in Prometheus' text form.
 *
 * @param series all of them
 */
record MetricsPage(List<Series> series) {
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** A value with its labels. */
    record Series(String name, Map<String, String> labels, double value) {}

    static MetricsPage parse(String text) {
        List<Series> found = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                found.add(new Series(matcher.group(1), labels(matcher.group(2)), value(matcher.group(3))));
            }
        });
        return new MetricsPage(List.copyOf(found));
    }

    /** The sum of all series of a name that have a label with this value. */
    double sum(String name, String label, String value) {
        return add(series.stream()
                .filter(one -> one.name().equals(name))
                .filter(one -> value.equals(one.labels().get(label)))
                .toList());
    }

    /** The sum of all series of a name. */
    double sum(String name) {
        return add(series.stream().filter(one -> one.name().equals(name)).toList());
    }

    /** Calls that took at most so many seconds, by that number, cumulative; of all series of a histogram together. */
    TreeMap<Double, Double> buckets(String histogram) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        for (Series one : series) {
            if (one.name().equals(histogram + "_bucket")) {
                buckets.merge(value(one.labels().getOrDefault("le", "NaN")), one.value(), Double::sum);
            }
        }
        return buckets;
    }

    private static double add(List<Series> some) {
        return some.stream().mapToDouble(Series::value).filter(Double::isFinite).sum();
    }

    private static Map<String, String> labels(@Nullable String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text != null) {
            Matcher matcher = LABEL.matcher(text);
            while (matcher.find()) {
                labels.put(matcher.group(1), matcher.group(2));
            }
        }
        return labels;
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
