package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    /** Impostors at 0.00 to 0.99, genuine pairs at 0.90 to 1.89. */
    private static final Comparisons PAIRS = Comparisons.of(
            IntStream.range(90, 190).mapToObj(i -> i / 100.0).toList(),
            IntStream.range(0, 100).mapToObj(i -> i / 100.0).toList());

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
    }

    @Test
    void equalSimilaritiesAreAllOnOneSide() {
        var equal = Comparisons.of(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.2));

        assertThat(equal.falseNonMatchRate(0.5)).isZero();
        assertThat(equal.falseMatchRate(0.5)).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void bothKindsOfPairsAreNeeded() {
        assertThatThrownBy(() -> Comparisons.of(List.of(0.5), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
