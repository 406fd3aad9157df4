package io.traitgate.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private static final Duration LENGTH = Duration.ofSeconds(12);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void goodputPastSaturationIsTheWorstAboveThePeak() {
        var report = new LoadReport(
                "some machine",
                40,
                120_000,
                List.of(
                        rung(20, 20, 0, null),
                        rung(40, 40, 0, null),
                        rung(60, 38, 22, 90.0),
                        rung(120, 37, 83, 150.0)));

        assertThat(report.peak()).isEqualTo(40);
        assertThat(report.pastSaturation()).contains(37 / 40.0);
        assertThat(report.slowestRefusals()).contains(150.0);
        assertThat(report.markdown())
                .contains("Most answered with 200: **40.0 a second**; at higher rates at least **93 %** of that.")
                .contains("99 of 100 within **150 ms** at every rate")
                .contains("| 120.0 | 37.0 | 83.0 | 0 | 50 | 200 | 75 | 150 |");
    }

    @Test
    void aLadderThatStaysBelowSaturationSaysSo() {
        var report = new LoadReport("some machine", 40, 120_000, List.of(rung(10, 10, 0, null), rung(20, 20, 0, null)));

        assertThat(report.pastSaturation()).isEmpty();
        assertThat(report.markdown()).contains("(not reached)").contains("**(none)** at every rate");
    }

    @Test
    void picturesNameTheirLines() {
        var report =
                new LoadReport("some machine", 40, 120_000, List.of(rung(20, 20, 0, null), rung(60, 38, 22, 90.0)));

        assertThat(report.throughputPicture())
                .startsWith("<svg")
                .contains("answered with 200")
                .contains("refused with 503");
        assertThat(report.latencyPicture()).contains("99 of 100 within").contains("offered calls a second");
    }

    @Test
    void onlyAnswersWhileCallsAreSentCountForThroughput() {
        var answers = new Answers(LENGTH);
        answers.begin(SECOND);
        answers.add(200, SECOND, 2 * SECOND); // while the queue fills
        answers.add(200, SECOND, 5 * SECOND);
        answers.add(200, 12 * SECOND, 14 * SECOND); // when no more calls are sent

        var period = Period.of(3, LENGTH, 4, answers, Map.of());

        assertThat(period.accepted()).isEqualTo(0.1);
        assertThat(period.failed()).isEqualTo(1);
        assertThat(period.p99()).isBetween(3_990.0, 4_010.0);
    }

    private static Period rung(double offered, double accepted, double refused, @Nullable Double p99) {
        return new Period(
                offered, LENGTH, 0, accepted, refused, 0, 50.0, 200.0, p99 == null ? null : p99 / 2, p99, Map.of());
    }
}
