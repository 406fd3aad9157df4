package io.traitgate.benchmarks.climbing;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.CalibrationFile;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.WeightedEmbedding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Real pictures through the real gates and networks: parts of one person's photos, laid together to be another. */
class CollageSearchTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("traitgate.root"), "examples");
    private static final int CALLS = 70;

    @Test
    void exactScoresShowTheWayAndStepsWithFlatEndsDoNot() throws Exception {
        try (var lab = new FaceLab(EmbedderChoice.MOBILEFACENET)) {
            var start = search(lab, Defence.NONE, 0);
            var led = search(lab, Defence.NONE, CALLS);
            var blind = search(lab, Defence.STEPS, CALLS);

            assertThat(led).as("with exact scores").isGreaterThan(start + 0.1);
            assertThat(blind).as("with scores of 0").isLessThan(start + 0.05);
        }
    }

    /** How alike the best picture is after so many calls. */
    private static double search(FaceLab lab, Defence defence, int calls) throws IOException {
        var strangers = List.of(collage(lab, "obama-2009"), collage(lab, "obama-2012"));
        var search = new CollageSearch(lab, strangers, oracle(lab, defence), new Random(1));
        search.startFrom(strangers.getFirst());
        search.continueTo(calls);
        return search.reached();
    }

    private static Oracle oracle(FaceLab lab, Defence defence) throws IOException {
        try (var stream = CollageSearchTest.class
                .getClassLoader()
                .getResourceAsStream(EmbedderChoice.MOBILEFACENET.calibration())) {
            var calibration = CalibrationFile.read(Objects.requireNonNull(stream));
            var face = lab.look(EXAMPLES.resolve("biden.jpg")).orElseThrow();
            var template = new FaceTemplate(lab.modelVersion(), List.of(new WeightedEmbedding(lab.enrolled(face), 1)));
            return new Oracle(calibration, template, defence);
        }
    }

    private static Collage collage(FaceLab lab, String name) throws IOException {
        return Collage.of(lab.look(EXAMPLES.resolve(name + ".jpg")).orElseThrow());
    }
}
