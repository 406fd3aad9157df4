package io.traitgate.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RestartDelayTest {
    private static final RestartDelay DELAY =
            new RestartDelay(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    @Test
    void thePauseDoublesUpToItsLimit() {
        assertThat(IntStream.rangeClosed(1, 8)
                        .mapToObj(crashes -> DELAY.after(crashes).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void thePauseStaysAtItsLimitHoweverManyCrashes() {
        assertThat(DELAY.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void crashesInARowAreCounted() {
        assertThat(DELAY.crashesInRow(2, Duration.ofSeconds(59))).isEqualTo(3);
    }

    @Test
    void aProcessThatRanLongEnoughBeginsANewRow() {
        assertThat(DELAY.crashesInRow(7, Duration.ofSeconds(60))).isEqualTo(1);
    }
}
