package io.traitgate.benchmarks.face;

import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.CalibrationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the calibration of an embedder from a folder of portraits. */
@Command(
        name = "face-calibration",
        description = "Measures the false match rates of a face embedder on a folder of portraits named"
                + " Person_Name_0001.jpg and writes the calibration file.")
public final class FaceCalibration implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGES", description = "Folder of the portraits.")
    private Path images;

    @Option(names = "--embedder", defaultValue = "mobilefacenet", description = "mobilefacenet or dlib.")
    private String embedder;

    @Option(
            names = "--half",
            defaultValue = "CALIBRATE",
            description = "Whose portraits: ${COMPLETION-CANDIDATES}. CALIBRATE takes every other person of the sorted"
                    + " names, beginning with the first.")
    private Half half;

    @Option(names = "--dataset", required = true, description = "Name of the data set, for the file's origin.")
    private String dataset;

    @Option(names = "--output", required = true, description = "The file to write.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        var choice = EmbedderChoice.parse(embedder);
        try (var networks = FaceNetworks.open(FaceEngineSettings.of(choice));
                var analyser = new FileAnalyser(networks.analyser())) {
            var embeddings = Embeddings.of(half.of(Portrait.in(images)), analyser, List.of(networks.embedder()))
                    .getFirst();
            var calibration = CalibrationMaker.make(
                    dataset,
                    LocalDate.now(Clock.systemUTC()),
                    choice,
                    networks.embedder().modelVersion(),
                    embeddings);
            try (var stream = Files.newOutputStream(output)) {
                CalibrationFile.write(calibration, stream);
            }
            System.out.println("Refused by code: " + embeddings.refused());
            System.out.println("Wrote " + output);
        }
        return 0;
    }
}
