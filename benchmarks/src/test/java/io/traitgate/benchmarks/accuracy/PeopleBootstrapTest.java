package io.traitgate.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PeopleBootstrapTest {

    @Test
    void theSameComparisonsAlwaysGiveTheSameIntervals() {
        var comparisons = RatesTest.Normal.comparisons(200);

        assertThat(intervals(comparisons)).isEqualTo(intervals(comparisons));
    }

    @Test
    void independentPeopleGiveTheBinomialInterval() {
        var intervals = intervals(RatesTest.Normal.comparisons(1000));

        // A share of 0.1587 of 1000: a standard error of 0.01155.
        assertThat(intervals.high() - intervals.low()).isCloseTo(2 * 1.96 * 0.01155, within(0.008));
        assertThat(intervals.low()).isLessThan(0.1587);
        assertThat(intervals.high()).isGreaterThan(0.1587);
    }

    @Test
    void picturesOfOnePersonDoNotCountAsIndependent() {
        var single = new Comparisons.Collector(50);
        var tenfold = new Comparisons.Collector(50);
        for (var person = 0; person < 50; person++) {
            var similarity = person < 8 ? 0 : 1;
            single.add(person, person, similarity).add(person, (person + 1) % 50, 0.1);
            for (var picture = 0; picture < 10; picture++) {
                tenfold.add(person, person, similarity).add(person, (person + 1) % 50, 0.1);
            }
        }

        assertThat(intervals(tenfold.build())).isEqualTo(intervals(single.build()));
    }

    /** Of the share of genuine comparisons below 1. */
    private static Interval intervals(Comparisons comparisons) {
        return PeopleBootstrap.intervals(comparisons, rates -> new double[] {rates.falseNonMatchRate(1)})
                .getFirst();
    }
}
