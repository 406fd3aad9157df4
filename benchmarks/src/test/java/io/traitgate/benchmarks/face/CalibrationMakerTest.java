package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.embedding.EmbedderChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalibrationMakerTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

    @Test
    void scoresAreLinearInTheLogarithmOfTheMatchRate() {
        var embeddings = strangers(500);

        var calibration = CalibrationMaker.make("made up", DATE, EmbedderChoice.MOBILEFACENET, "tiny-0", embeddings);

        var pairs = embeddings.compared(EmbedderChoice.MOBILEFACENET.similarity());
        var points = calibration.points();
        assertThat(points).extracting(point -> point.score()).containsExactly(0.0, 0.1667, 0.3333, 0.5, 1.0);
        for (var i = 0; i < 4; i++) {
            assertThat(pairs.falseMatchRate(points.get(i).similarity()))
                    .isCloseTo(Math.pow(10, -1 - i), within(0.02 * Math.pow(10, -1 - i) + 1e-5));
        }
        assertThat(points.get(4).similarity() - points.get(3).similarity())
                .isCloseTo(3 * (points.get(3).similarity() - points.get(2).similarity()), within(1e-3));
        assertThat(calibration.origin().impostorPairs()).isEqualTo(pairs.impostor().length);
        assertThat(calibration.origin().people()).isEqualTo(500);
    }

    @Test
    void tooFewPairsCannotCarryARateOfOneInTenThousand() {
        assertThatThrownBy(() ->
                        CalibrationMaker.make("made up", DATE, EmbedderChoice.MOBILEFACENET, "tiny-0", strangers(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few");
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
                faces.add(new Embeddings.Face("person " + person, embedding, 1));
            }
        }
        return new Embeddings(faces, new TreeMap<>(), faces.size());
    }
}
