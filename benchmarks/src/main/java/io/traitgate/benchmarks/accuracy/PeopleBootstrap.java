package io.traitgate.benchmarks.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Confidence intervals by drawing the people anew, with replacement: what one person's pictures say hangs together, so
 * the people are the unit and not the comparisons (the subsets bootstrap of Bolle, Ratha and Pankanti, 2004, here over
 * both people of a comparison). The middle 95 % of what the resamples give is the interval. The seed is fixed: the same
 * comparisons always give the same intervals.
 */
public final class PeopleBootstrap {
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20_260_101;
    private static final double TAIL = 0.025;

    private PeopleBootstrap() {}

    /**
     * Intervals for figures that are read off rates.
     *
     * @param figures as many for every resample
     */
    public static List<Interval> intervals(Comparisons comparisons, Function<Rates, double[]> figures) {
        var random = new SplittableRandom(SEED);
        var people = comparisons.people();
        // A resample of few people may lack a kind of comparison altogether: it says nothing and is drawn anew.
        var drawn = Stream.generate(() -> draw(people, random))
                .filter(comparisons::hasBothKinds)
                .limit(RESAMPLES)
                .toList();
        var results =
                drawn.parallelStream().map(comparisons::resampled).map(figures).toList();
        return IntStream.range(0, results.getFirst().length)
                .mapToObj(figure -> interval(
                        results.stream().mapToDouble(result -> result[figure]).toArray()))
                .toList();
    }

    private static int[] draw(int people, SplittableRandom random) {
        var drawn = new int[people];
        for (var i = 0; i < people; i++) {
            drawn[random.nextInt(people)]++;
        }
        return drawn;
    }

    private static Interval interval(double[] values) {
        Arrays.sort(values);
        return new Interval(quantile(values, TAIL), quantile(values, 1 - TAIL));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
