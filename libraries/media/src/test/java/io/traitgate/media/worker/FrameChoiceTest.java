package io.traitgate.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameChoiceTest {
    private static final int FRAME = 40_000;

    @ParameterizedTest
    @CsvSource({"1, 75", "2, 75", "5, 75", "30, 75", "74, 75", "75, 75", "100, 75", "1, 1", "3, 2"})
    void takesAsManyAsAreWantedOrPresent(int wanted, int present) {
        var choice = new FrameChoice(wanted, present, (long) present * FRAME);
        assertThat(IntStream.range(0, present)
                        .filter(i -> choice.takes((long) i * FRAME))
                        .count())
                .isEqualTo(Math.min(wanted, present));
    }

    @Test
    void takesTheMiddleOfEachShare() {
        var choice = new FrameChoice(3, 9, 9L * FRAME);
        assertThat(IntStream.range(0, 9).filter(i -> choice.takes((long) i * FRAME)))
                .containsExactly(1, 4, 7);
    }

    @Test
    void aGapDoesNotCrowdTheFramesBehindIt() {
        // Given: twenty frames that stand still for half of the time
        var choice = new FrameChoice(4, 20, 40L * FRAME);

        // When
        var taken = IntStream.range(0, 20).map(i -> i < 10 ? i : i + 20).filter(i -> choice.takes((long) i * FRAME));

        // Then
        assertThat(taken).containsExactly(4, 30, 34);
    }
}
