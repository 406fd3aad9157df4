package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    @Test
    void aSetBelowTheMinimumLacksEachThingByNumber() {
        assertThat(new CalibrationReport(3, 4, 200).lacks())
                .containsExactly(
                        "3 people with two accepted pictures where 20 are needed",
                        "4 pairs of one person where 30 are needed",
                        "200 pairs of different people where 3,000 are needed");
    }

    @Test
    void aSmallSetIsWarnedOfByTheRulesOfThirtyAndOfThree() {
        var report = new CalibrationReport(20, 120, 3000);

        assertThat(report.lacks()).isEmpty();
        assertThat(report.warnings())
                .hasSize(3)
                .anyMatch(warning ->
                        warning.contains("takes 300,000 pairs") && warning.contains("rates down to 1 in 100,"))
                .anyMatch(warning -> warning.contains("below 1 in 1,000 (rule of 3)"))
                .anyMatch(warning -> warning.contains("with 20 people"));
    }

    @Test
    void aSetThatCarriesTheStatedRateIsNotWarnedOf() {
        assertThat(new CalibrationReport(400, 400, 319_200).warnings()).isEmpty();
    }

    @Test
    void theSettingNamesTheFileFromEverywhere() {
        assertThat(CalibrationReport.setting(Path.of("/a/./own.json")))
                .isEqualTo("TRAITGATE_FACE_CALIBRATION=/a/own.json");
    }
}
