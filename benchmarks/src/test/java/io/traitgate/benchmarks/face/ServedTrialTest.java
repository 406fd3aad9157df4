package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.face.embedding.EmbedderChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServedTrialTest {
    private static final Portrait A1 = portrait("A", 1);
    private static final Portrait A2 = portrait("A", 2);
    private static final Portrait B1 = portrait("B", 1);
    private static final Portrait REFUSED = portrait("B", 2);
    private static final List<ImagePair> PAIRS =
            List.of(new ImagePair(A1, A2), new ImagePair(A1, B1), new ImagePair(B1, REFUSED));

    private final OfflineFaces.Scores offline = offline();

    @Test
    void countsWhatTheApiDecided() throws Exception {
        var trial = ServedTrial.of(PAIRS, pair -> served(pair, 0), offline);

        assertThat(trial).isEqualTo(new ServedTrial(1, 1, 1, 0, 0, 2));
        assertThat(trial.markdown()).contains("100.00 % of the answers right").contains("1 pairs were lost");
    }

    @Test
    void aStepOfDifferenceIsAllowedAndCounted() throws Exception {
        assertThat(ServedTrial.of(PAIRS, pair -> served(pair, -0.01), offline).equal())
                .isLessThan(2);
    }

    @Test
    void aLargerDifferenceFailsTheRun() {
        assertThatThrownBy(() -> ServedTrial.of(PAIRS, pair -> served(pair, -0.02), offline))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A_2.jpg against A_1.jpg");
    }

    @Test
    void aPictureThatOnlyOneOfThemRefusesFailsTheRun() {
        assertThatThrownBy(() -> ServedTrial.of(PAIRS, pair -> new ServedFaces.Served(pair, null), offline))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ServedTrial.of(PAIRS, pair -> new ServedFaces.Served(pair, 1.0), offline))
                .isInstanceOf(IllegalStateException.class);
    }

    private ServedFaces.Served served(ImagePair pair, double difference) {
        var score = offline.of(pair);
        return new ServedFaces.Served(pair, score.isEmpty() ? null : score(score.getAsDouble() + difference));
    }

    private static @Nullable Double score(double value) {
        return value;
    }

    private static OfflineFaces.Scores offline() {
        var faces = new ArrayList<Embeddings.Face>();
        faces.add(face(A1, 1, 0));
        faces.add(face(A2, 1, 0.3f));
        faces.add(face(B1, 0, 1));
        try {
            return new OfflineFaces(
                            EmbedderChoice.MOBILEFACENET,
                            "tiny-0",
                            ShippedCalibration.of(EmbedderChoice.MOBILEFACENET),
                            new Embeddings(faces, new TreeMap<>(), 4))
                    .scores();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Embeddings.Face face(Portrait portrait, float... values) {
        return new Embeddings.Face(portrait, values, values, 1);
    }

    private static Portrait portrait(String person, int number) {
        return new Portrait(person, Path.of(person + "_" + number + ".jpg"));
    }
}
