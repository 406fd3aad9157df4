package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.face.FaceEngine;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.quality.QualityThresholds;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CalibrateFaceTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("traitgate.root"), "examples");
    private static final List<String> PORTRAITS = List.of("obama-2009.jpg", "obama-2012.jpg", "biden.jpg");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aFewPicturesAreRefusedAndNothingIsWritten() throws Exception {
        for (var portrait : PORTRAITS) {
            var person = Files.createDirectories(folder.resolve("people").resolve(portrait));
            Files.copy(EXAMPLES.resolve(portrait), person.resolve("photo.jpg"));
        }

        assertThat(run(folder.resolve("people"))).isEqualTo(2);

        assertThat(err.toString()).contains("Too little for a calibration: 0 people with two accepted pictures");
        assertThat(folder.resolve("own.json")).doesNotExist();
    }

    @Test
    void theFileThatIsWrittenIsTheOneThatTheEngineThenRunsWith() throws Exception {
        var people = madeUpPeople();

        assertThat(run(people)).isZero();

        var file = folder.resolve("own.json");
        assertThat(out.toString())
                .contains("20 people, 80 pictures, 0 refused")
                .contains("Warning: Score 0.5 is to stand for a false match rate of 1 in 10,000")
                .contains("TRAITGATE_FACE_CALIBRATION=" + file);
        assertThat(folder.resolve("own.svg")).content().contains("<polyline");
        try (var engine = FaceEngine.open(new FaceEngineSettings(
                EmbedderChoice.MOBILEFACENET, Map.of(), folder, file, QualityThresholds.defaults()))) {
            assertThat(engine.modelVersions()).containsKey("face-embedder");
        }
    }

    private int run(Path people) {
        return new CommandLine(new CalibrateFace())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        people.toString(),
                        "--output",
                        folder.resolve("own.json").toString());
    }

    /** Twenty people who are no such: three portraits, stretched and tinted; four pictures each that differ in light. */
    private Path madeUpPeople() throws IOException {
        var people = folder.resolve("people");
        for (var person = 0; person < 20; person++) {
            var portrait =
                    ImageIO.read(EXAMPLES.resolve(PORTRAITS.get(person % 3)).toFile());
            var own = Files.createDirectories(people.resolve("person-" + person));
            for (var picture = 0; picture < 4; picture++) {
                var light = 0.8f + 0.1f * picture;
                var tint = new float[] {light, light * (1 - 0.02f * (person % 7)), light * (1 - 0.03f * (person % 5))};
                ImageIO.write(
                        new RescaleOp(tint, new float[3], null).filter(stretched(portrait, person, picture), null),
                        "png",
                        own.resolve(picture + ".png").toFile());
            }
        }
        return people;
    }

    private static BufferedImage stretched(BufferedImage portrait, int person, int picture) {
        var scale = 300.0 / portrait.getWidth();
        var x = scale * (0.85 + 0.015 * person);
        var y = scale * (1.1 - 0.01 * person + 0.01 * picture);
        var target = new BufferedImage(
                (int) (portrait.getWidth() * x), (int) (portrait.getHeight() * y), BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        graphics.drawImage(portrait, 0, 0, target.getWidth(), target.getHeight(), null);
        graphics.dispose();
        return target;
    }
}
