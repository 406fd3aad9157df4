package io.traitgate.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.benchmarks.load.Period;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedReportTest {

    @Test
    void ratioIsTheMeanOfTheRoundsWithItsSpread() {
        var report = new SpeedReport(
                        "some machine",
                        2,
                        6,
                        List.of(new SpeedReport.Round(50, 35, 0.1), new SpeedReport.Round(50, 45, 0.1)),
                        new Period(0, Duration.ofSeconds(10), 100, 20, 0, 0, 31.2, 44.5, null, null, Map.of()),
                        Map.of("face", Duration.ofMillis(30)))
                .markdown();

        assertThat(report)
                .contains("**80 % of the bare pipeline** (70 % to 90 % in single rounds)")
                .contains("**89 %** (78 % to 100 %)")
                .contains("**31.2 ms** in the middle, **44.5 ms** for the slowest hundredth")
                .contains("| 1 | 50.0 | 35.0 | 70 % | 10 % | 78 % |")
                .contains("| (bare pipeline, a photo) | 40.0 |")
                .contains("| face | 30.00 |");
    }
}
