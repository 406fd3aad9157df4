package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalibrationMakerTest {

    @Test
    void scoresAreLinearInTheLogarithmOfTheMatchRate() {
        var embeddings = strangers(400);

        var calibration = calibration(embeddings);

        var rates =
                embeddings.compared(EmbedderChoice.MOBILEFACENET.similarity()).rates();
        var points = calibration.points();
        assertThat(points).extracting(Calibration.Knot::score).containsExactly(0.0, 0.1667, 0.3333, 0.5, 1.0);
        for (var i = 0; i < 4; i++) {
            assertThat(rates.falseMatchRate(points.get(i).similarity()))
                    .isCloseTo(Math.pow(10, -1 - i), within(0.02 * Math.pow(10, -1 - i) + 1e-5));
        }
        assertThat(points.get(4).similarity() - points.get(3).similarity())
                .isCloseTo(3 * (points.get(3).similarity() - points.get(2).similarity()), within(1e-3));
        assertThat(calibration.origin().impostorPairs()).isEqualTo(800 * 799 / 2 - 400);
        assertThat(calibration.origin().genuinePairs()).isEqualTo(400);
        assertThat(calibration.origin().people()).isEqualTo(400);
    }

    @Test
    void ratesThatThePairsDoNotCarryAreExtrapolatedAndNotStated() {
        var calibration = calibration(strangers(50));

        // 4,900 pairs: 49 of them match at 1 in 100, only 5 would at 1 in 1,000.
        assertThat(calibration.origin().thresholds())
                .extracting(Calibration.Threshold::falseMatchRate)
                .containsExactly(1e-1, 1e-2);
        assertThat(calibration.origin().clearEnd()).isEqualTo("extrapolated from the rates 1e-1 and 1e-2 to 1e-7");
        var points = calibration.points();
        assertThat(points).extracting(Calibration.Knot::score).containsExactly(0.0, 0.1667, 0.3333, 0.5, 1.0);
        var decade = points.get(1).similarity() - points.get(0).similarity();
        assertThat(points.get(3).similarity()).isCloseTo(points.get(1).similarity() + 2 * decade, within(1e-3));
    }

    @Test
    void tooFewPairsCarryNoCurve() {
        assertThatThrownBy(() -> calibration(strangers(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few");
    }

    @Test
    void aRateIsMeasuredFromThirtyPairsOn() {
        assertThat(CalibrationMaker.measurable(299_999)).isEqualTo(3);
        assertThat(CalibrationMaker.measurable(300_000)).isEqualTo(4);
        assertThat(CalibrationMaker.smallestMeasurable(3000)).isEqualTo(1e-2);
    }

    private static Calibration calibration(Embeddings embeddings) {
        return CalibrationMaker.make(
                "made up", LocalDate.of(2026, 1, 1), EmbedderChoice.MOBILEFACENET, "tiny-0", embeddings);
    }

    /** Two embeddings each of people who are as different as chance makes them. */
    private static Embeddings strangers(int people) {
        var random = new Random(11);
        var faces = new ArrayList<Embeddings.Face>();
        for (var person = 0; person < people; person++) {
            var own = random.doubles(16, -1, 1).toArray();
            for (var i = 0; i < 2; i++) {
                var embedding = new float[own.length];
                for (var j = 0; j < own.length; j++) {
                    embedding[j] = (float) (own[j] + 0.1 * random.nextGaussian());
                }
                faces.add(new Embeddings.Face(
                        new Portrait("person " + person, Path.of(person + "_" + i + ".jpg")), embedding, embedding, 1));
            }
        }
        return new Embeddings(faces, new TreeMap<>(), faces.size());
    }
}
