package io.traitgate.benchmarks.face;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.CalibrationFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures an embedder on people who took no part in its calibration. */
@Command(
        name = "face-accuracy",
        description = "Measures error rates on the test half of a folder of portraits named Person_Name_0001.jpg.")
public final class FaceAccuracy implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGES", description = "Folder of the portraits.")
    private Path images;

    @Option(names = "--embedder", defaultValue = "mobilefacenet", description = "mobilefacenet or dlib.")
    private String embedder;

    @Option(names = "--half", defaultValue = "TEST", description = "Whose portraits: ${COMPLETION-CANDIDATES}.")
    private Half half;

    @Option(names = "--dataset", required = true, description = "Name of the data set.")
    private String dataset;

    @Option(names = "--output", description = "A JSON file to write as well; the report goes to standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        var choice = EmbedderChoice.parse(embedder);
        try (var networks = FaceNetworks.open(FaceEngineSettings.of(choice));
                var analyser = new FileAnalyser(networks.analyser())) {
            var embeddings = Embeddings.of(half.of(Portrait.in(images)), analyser, networks.embedder());
            var rates = new RateMeter(calibration(choice));
            var templates = TemplateTrial.of(embeddings, choice.similarity());
            var report = new AccuracyReport(
                    dataset,
                    LocalDate.now(Clock.systemUTC()).toString(),
                    networks.embedder().modelVersion(),
                    embeddings.people(),
                    embeddings.images(),
                    embeddings.refused(),
                    rates.of(embeddings.compared(choice.similarity())),
                    templates.map(rates::of).orElse(null));
            System.out.println(report.markdown());
            if (output != null) {
                Files.write(
                        output,
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
            }
        }
        return 0;
    }

    private static Calibration calibration(EmbedderChoice choice) throws IOException {
        try (var stream = FaceAccuracy.class.getClassLoader().getResourceAsStream(choice.calibration())) {
            if (stream == null) {
                throw new FileNotFoundException(choice.calibration());
            }
            return CalibrationFile.read(stream);
        }
    }
}
