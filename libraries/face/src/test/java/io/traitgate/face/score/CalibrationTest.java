package io.traitgate.face.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.score.Calibration.Knot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Calibration CALIBRATION = of(new Knot(0.2, 0), new Knot(0.53, 0.5), new Knot(0.8, 1));

    @Test
    void isExactlyZeroUpToTheFirstPoint() {
        assertThat(CALIBRATION.score(-1)).isZero();
        assertThat(CALIBRATION.score(0.2)).isZero();
        assertThat(CALIBRATION.score(Double.NaN)).isZero();
    }

    @Test
    void isOneFromTheLastPointOn() {
        assertThat(CALIBRATION.score(0.8)).isEqualTo(1);
        assertThat(CALIBRATION.score(1)).isEqualTo(1);
        assertThat(CALIBRATION.score(0.7999)).isLessThan(1);
    }

    @Test
    void isOneHalfAtItsPointAndNeverBelow() {
        assertThat(CALIBRATION.score(0.53)).isEqualTo(0.5);
        assertThat(CALIBRATION.score(0.5299)).isEqualTo(0.49);
    }

    @Test
    void comesInStepsOfAHundredthThatNeverFall() {
        var similarities = new Random(1).doubles(10_000, -1, 1).sorted().toArray();
        var last = 0.0;
        for (var similarity : similarities) {
            var score = CALIBRATION.score(similarity);
            assertThat(score).isGreaterThanOrEqualTo(last).isBetween(0.0, 1.0);
            assertThat(score * 100).isCloseTo(Math.round(score * 100), within(1e-9));
            last = score;
        }
    }

    @Test
    void givesTheSimilarityOfAScore() {
        assertThat(CALIBRATION.similarityOf(0.5)).isCloseTo(0.53, within(1e-12));
        assertThat(CALIBRATION.similarityOf(0.25)).isCloseTo(0.365, within(1e-12));
    }

    @Test
    void refusesPointsThatDoNotRise() {
        assertThatThrownBy(() -> of(new Knot(0.2, 0), new Knot(0.2, 0.5), new Knot(0.8, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(new Knot(0.2, 0), new Knot(0.3, 0.7), new Knot(0.5, 0.6), new Knot(0.8, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAMapThatDoesNotLeadFromZeroToOne() {
        assertThatThrownBy(() -> of(new Knot(0.2, 0.1), new Knot(0.8, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(new Knot(0.2, 0), new Knot(0.8, 0.9))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesBackFromItsFile() throws IOException {
        var bytes = new ByteArrayOutputStream();

        CalibrationFile.write(CALIBRATION, bytes);

        assertThat(CalibrationFile.read(new ByteArrayInputStream(bytes.toByteArray())))
                .isEqualTo(CALIBRATION);
    }

    @Test
    void aMalformedFileIsRefused() {
        var file = "{\"format\": 2}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CalibrationFile.read(new ByteArrayInputStream(file)))
                .isInstanceOf(IOException.class);
    }

    private static Calibration of(Knot... points) {
        var origin = new Calibration.Origin("made up", "2026-01-01", 2, 4, 0, 2, 4, List.of(), null);
        return new Calibration(1, "tiny", "tiny-0", Similarity.COSINE, List.of(points), origin);
    }
}
