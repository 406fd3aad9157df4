package io.traitgate.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;

/**
 * The detection error trade-off: which share of genuine attempts is refused where a given share of impostor attempts
 * passes (Martin et al., 1997).
 *
 * @param name what was compared
 * @param points by rising false match rate, with an interval each
 */
public record DetCurve(String name, List<Point> points) {
    private static final double HIGHEST = 0.4;
    private static final double STEP = 0.06;
    /** Rates that rest on fewer comparisons are left out of the curve: there it would be one of chance. */
    private static final int FEWEST_MATCHES = 3;

    public DetCurve {
        points = List.copyOf(points);
    }

    /** A place on the curve. */
    public record Point(double falseMatchRate, double falseNonMatchRate, Interval interval) {}

    /** The curve of some comparisons, at equal distances on its own axis. */
    public static DetCurve of(String name, Comparisons comparisons) {
        var lowest = Math.min(HIGHEST / 2, (double) FEWEST_MATCHES / comparisons.impostor());
        var rates = new ArrayList<Double>();
        for (var at = NormalDeviate.of(HIGHEST); at > NormalDeviate.of(lowest); at -= STEP) {
            rates.addFirst(probability(at));
        }
        rates.addFirst(lowest);
        var intervals = PeopleBootstrap.intervals(comparisons, resample -> nonMatches(resample, rates));
        var values = nonMatches(comparisons.rates(), rates);
        var points = new ArrayList<Point>();
        for (var i = 0; i < values.length; i++) {
            points.add(new Point(rates.get(i), values[i], intervals.get(i)));
        }
        return new DetCurve(name, points);
    }

    private static double[] nonMatches(Rates rates, List<Double> falseMatchRates) {
        return falseMatchRates.stream()
                .mapToDouble(rate -> rates.falseNonMatchRate(rates.threshold(rate)))
                .toArray();
    }

    /** The way back from a deviate, by halving: exact enough for a picture, and the inverse by construction. */
    private static double probability(double deviate) {
        var low = 1e-9;
        var high = 1 - 1e-9;
        for (var i = 0; i < 60; i++) {
            var middle = (low + high) / 2;
            if (NormalDeviate.of(middle) < deviate) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
