package io.traitgate.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.quality.QualityThresholds;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.sample.FaceSampleCodec;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.Similarity;
import io.traitgate.face.score.WeightedEmbedding;
import io.traitgate.media.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaceEngineTest {

    @ParameterizedTest
    @EnumSource
    void theSamePersonIsAboveOneHalfAndAnotherExactlyZero(EmbedderChoice choice) {
        try (var engine = FaceEngine.open(FaceEngineSettings.of(choice))) {
            var template = enrolled(engine, Portraits.example("obama-2009"));

            assertThat(score(engine, template, Portraits.example("obama-2012"))).isGreaterThan(0.6);
            assertThat(score(engine, template, Portraits.example("biden"))).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePhotosOfTheQuickStartScoreAsExpected(EmbedderChoice choice) {
        var folder = System.getenv("TRAITGATE_REFERENCE");
        assumeTrue(folder != null, "set TRAITGATE_REFERENCE to the folder that holds The_Hoff_1.jpg");
        try (var engine = FaceEngine.open(FaceEngineSettings.of(choice))) {
            var template = enrolled(engine, Portraits.read(Path.of(folder, "The_Hoff_1.jpg")));

            assertThat(score(engine, template, Portraits.read(Path.of(folder, "The_Hoff_2.jpg"))))
                    .isGreaterThan(0.7);
            assertThat(score(engine, template, Portraits.read(Path.of(folder, "Pratt.jpg"))))
                    .isZero();
        }
    }

    @Test
    void aStoredSampleGivesTheEmbeddingOfTheFreshOne() {
        try (var engine = FaceEngine.open(FaceEngineSettings.of(EmbedderChoice.MOBILEFACENET))) {
            var sample = sample(engine, Portraits.example("obama-2009"));

            var stored = FaceSampleCodec.decode(FaceSampleCodec.encode(sample));

            assertThat(engine.embedder().embed(stored))
                    .isEqualTo(engine.embedder().embed(sample));
        }
    }

    @Test
    void aLargePhotoGivesTheEmbeddingOfASmallOne() {
        try (var engine = FaceEngine.open(FaceEngineSettings.of(EmbedderChoice.MOBILEFACENET))) {
            var portrait = Portraits.example("obama-2012");

            var large = sample(engine, Portraits.scaled(portrait, 2.5));

            assertThat(Math.max(large.image().width(), large.image().height())).isEqualTo(FaceSample.LONGEST_SIDE);
            assertThat(Similarity.COSINE.of(
                            engine.embedder().embed(large), engine.embedder().embed(sample(engine, portrait))))
                    .isGreaterThan(0.97);
        }
    }

    @Test
    void namesTheVersionsOfItsNetworks() {
        try (var engine = FaceEngine.open(FaceEngineSettings.of(EmbedderChoice.DLIB))) {
            assertThat(engine.modelVersions())
                    .containsOnlyKeys("face-detector", "face-mesh", "face-embedder")
                    .containsEntry("face-embedder", engine.embedder().modelVersion());
        }
    }

    @Test
    void refusesTheCalibrationOfAnotherNetwork(@TempDir Path folder) throws Exception {
        var file = folder.resolve("calibration.json");
        try (var stream =
                FaceEngineTest.class.getClassLoader().getResourceAsStream(EmbedderChoice.DLIB.calibration())) {
            assertThat(stream).isNotNull();
            Files.copy(stream, file);
        }
        var settings = new FaceEngineSettings(
                EmbedderChoice.MOBILEFACENET, Map.of(), folder, file, QualityThresholds.defaults());

        assertThatThrownBy(() -> FaceEngine.open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calibrate");
    }

    @Test
    void saysWhichCalibrationFileIsMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> FaceEngine.open(with(folder.resolve("none.json"))))
                .hasMessageContaining("There is no calibration file")
                .hasMessageContaining("none.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{; Unexpected end-of-input",
                "{}; Unknown format of a calibration: 0",
                "{\"format\":1}; cannot be used: A calibration has the fields"
            })
    void saysWhatIsWrongWithACalibrationFile(String content, String reason, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("own.json"), content);

        assertThatThrownBy(() -> FaceEngine.open(with(file)))
                .hasMessageContaining("own.json")
                .hasMessageContaining(reason);
    }

    @Test
    void aTemplateDoesNotTellAFaceFromItsMirrorImage() {
        try (var engine = FaceEngine.open(FaceEngineSettings.of(EmbedderChoice.MOBILEFACENET))) {
            var portrait = Portraits.example("obama-2009");
            var face = engine.embedder().embedForTemplate(sample(engine, portrait));
            var mirrored = engine.embedder().embedForTemplate(sample(engine, Portraits.mirrored(portrait)));

            assertThat(Similarity.COSINE.of(face, mirrored))
                    .isGreaterThan(0.99)
                    .isGreaterThan(Similarity.COSINE.of(
                            engine.embedder().embed(sample(engine, portrait)),
                            engine.embedder().embed(sample(engine, Portraits.mirrored(portrait)))));
        }
    }

    private static FaceEngineSettings with(Path calibration) {
        return new FaceEngineSettings(
                EmbedderChoice.MOBILEFACENET,
                Map.of(),
                Path.of(System.getProperty("java.io.tmpdir")),
                calibration,
                QualityThresholds.defaults());
    }

    private static FaceTemplate enrolled(FaceEngine engine, RgbImage portrait) {
        var sample = sample(engine, portrait);
        return new FaceTemplate(
                engine.embedder().modelVersion(),
                List.of(new WeightedEmbedding(engine.embedder().embedForTemplate(sample), sample.quality())));
    }

    private static double score(FaceEngine engine, FaceTemplate template, RgbImage portrait) {
        var probe = engine.embedder().embed(sample(engine, portrait));
        return engine.scorer().score(List.of(probe), template).score();
    }

    private static FaceSample sample(FaceEngine engine, RgbImage portrait) {
        var analysis = engine.analyser().analyse(portrait, Sideways.REFUSE);
        assertThat(analysis).isInstanceOf(FaceAnalysis.Accepted.class);
        return ((FaceAnalysis.Accepted) analysis).samples().getFirst();
    }
}
