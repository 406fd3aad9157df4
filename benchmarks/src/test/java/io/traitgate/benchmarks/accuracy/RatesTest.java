package io.traitgate.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatesTest {
    /** Impostors at 0.00 to 0.99, genuine pairs at 0.90 to 1.89. */
    private static final Rates PAIRS = pairs().rates();

    private static Comparisons pairs() {
        var collector = new Comparisons.Collector(100);
        for (var i = 0; i < 100; i++) {
            collector.add(i, i, (90 + i) / 100.0).add(i, (i + 1) % 100, i / 100.0);
        }
        return collector.build();
    }

    @Test
    void aThresholdLetsTheStatedShareMatch() {
        assertThat(PAIRS.threshold(0.1)).isCloseTo(0.895, within(1e-9));
        assertThat(PAIRS.falseMatchRate(PAIRS.threshold(0.1))).isCloseTo(0.1, within(1e-9));
        assertThat(PAIRS.falseMatchRate(PAIRS.threshold(0.01))).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void aThresholdForARateBelowOnePairLetsNoneMatch() {
        assertThat(PAIRS.threshold(0.001)).isGreaterThan(0.99);
        assertThat(PAIRS.falseMatchRate(PAIRS.threshold(0.001))).isZero();
    }

    @Test
    void aPairAtTheThresholdMatches() {
        assertThat(PAIRS.falseMatchRate(0.99)).isCloseTo(0.01, within(1e-9));
        assertThat(PAIRS.falseNonMatchRate(0.9)).isZero();
        assertThat(PAIRS.falseNonMatchRate(0.91)).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void theEqualErrorRateLiesWhereTheCurvesCross() {
        assertThat(PAIRS.equalErrorRate()).isCloseTo(0.05, within(0.006));
        assertThat(PAIRS.bestAccuracy()).isCloseTo(0.95, within(0.006));
    }

    @Test
    void equalSimilaritiesAreAllOnOneSide() {
        var equal = new Comparisons.Collector(2)
                .add(0, 0, 0.5)
                .add(1, 1, 0.5)
                .add(0, 1, 0.5)
                .add(1, 0, 0.5)
                .add(0, 1, 0.2)
                .build()
                .rates();

        assertThat(equal.falseNonMatchRate(0.5)).isZero();
        assertThat(equal.falseMatchRate(0.5)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(equal.falseMatchRate(equal.threshold(0.4))).isZero();
    }

    @Test
    void bothKindsOfPairsAreNeeded() {
        assertThatThrownBy(() -> new Comparisons.Collector(1).add(0, 0, 0.5).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void normalScoresGiveTheRatesOfTheNormalDistribution() {
        var normal = Normal.comparisons(20_000).rates();

        // Two units apart: each error is the normal tail beyond one.
        assertThat(normal.equalErrorRate()).isCloseTo(0.1587, within(0.006));
        assertThat(normal.falseNonMatchRate(normal.threshold(0.01))).isCloseTo(0.6278, within(0.02));
    }

    /** Impostors around 0 and genuine scores around 2, both of deviation 1. */
    static final class Normal {
        private Normal() {}

        static Comparisons comparisons(int count) {
            var random = new SplittableRandom(3);
            var collector = new Comparisons.Collector(count);
            for (var i = 0; i < count; i++) {
                collector.add(i, i, 2 + random.nextGaussian()).add(i, (i + 1) % count, random.nextGaussian());
            }
            return collector.build();
        }
    }
}
