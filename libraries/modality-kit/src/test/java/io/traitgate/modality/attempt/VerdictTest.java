package io.traitgate.modality.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void scoreBelowAHalf_isAFailure_whateverTheLiveness() {
        assertThat(Verdict.of(0.49, 1, true)).isEqualTo(Verdict.FAILED);
        assertThat(Verdict.of(0.49, 0, false)).isEqualTo(Verdict.FAILED);
        assertThat(Verdict.of(0.5, 1, true)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void livenessBelowAHalf_isAFailureOnlyWhereLifeIsExpected() {
        assertThat(Verdict.of(1, 0.49, true)).isEqualTo(Verdict.FAILED);
        assertThat(Verdict.of(1, 0.5, true)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void photograph_doesNotFailForItsLivenessOfZero() {
        assertThat(Verdict.of(0.5, 0, false)).isEqualTo(Verdict.PASSED);
    }
}
