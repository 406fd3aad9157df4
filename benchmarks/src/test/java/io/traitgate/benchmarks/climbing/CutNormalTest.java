package io.traitgate.benchmarks.climbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CutNormalTest {

    @Test
    void halfOfANormalDistributionHasTheTextbooksMoments() {
        var lower = CutNormal.of(0, 1, Interval.below(0));

        assertThat(lower.mean()).isCloseTo(-Math.sqrt(2 / Math.PI), within(1e-6));
        assertThat(lower.variance()).isCloseTo(1 - 2 / Math.PI, within(1e-6));
    }

    @Test
    void aBoundThatIsFarAwayTellsNothing() {
        var same = CutNormal.of(0.1, 0.04, Interval.below(10));

        assertThat(same.mean()).isCloseTo(0.1, within(1e-6));
        assertThat(same.variance()).isCloseTo(0.04, within(1e-6));
    }

    @Test
    void anExactValueIsTakenAsItIs() {
        assertThat(CutNormal.of(0, 1, Interval.exactly(0.3))).isEqualTo(new CutNormal(0.3, 0));
    }

    @Test
    void whatIsLeftLiesInTheInterval() {
        var left = CutNormal.of(0, 1, new Interval(2, 3));

        assertThat(left.mean()).isBetween(2.0, 2.5);
        assertThat(left.variance()).isBetween(0.0, 1.0 / 12);
    }
}
