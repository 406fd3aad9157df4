package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.DetCurve;
import io.traitgate.benchmarks.accuracy.DetPicture;
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
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calibrates face scores on an operator's own recordings. */
@Command(
        name = "face",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the error rates of face recognition on your own photos, one folder for each person, and writes the"
                    + " calibration that makes score 0.5 stand for a false match rate of 1 in 10,000 there.",
            "Thresholds that were measured on other people, cameras and light do not hold for yours. Take photos as your"
                    + " service will get them, of the people who will use it, on different days."
        })
public final class CalibrateFace implements Callable<Integer> {
    private static final int TOO_LITTLE = 2;

    @Parameters(
            paramLabel = "DIR",
            description = "Folder with a folder for each person (DIR/person/*.jpg, .png); or with files named"
                    + " Person_Name_0001.jpg.")
    private Path folder;

    @Option(
            names = "--embedder",
            defaultValue = "mobilefacenet",
            description = "The embedder that face-service runs: mobilefacenet or dlib.")
    private String embedder;

    @Option(
            names = "--output",
            defaultValue = "face.calibration.json",
            description = "The file to write: ${DEFAULT-VALUE} here unless given. The curve goes beside it, as .svg.")
    private Path output;

    @Option(names = "--name", description = "Name of the recordings in the file; that of the folder unless given.")
    private @Nullable String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var choice = EmbedderChoice.parse(embedder);
        try (var networks = FaceNetworks.open(FaceEngineSettings.of(choice));
                var analyser = new FileAnalyser(networks.analyser())) {
            var embeddings = Embeddings.of(portraits(), analyser, List.of(networks.embedder()))
                    .getFirst();
            tell(
                    "%d people, %,d pictures, %d refused by the gates (by code: %s).",
                    embeddings.people().size(), embeddings.images(), embeddings.refusals(), embeddings.refused());
            var report = CalibrationReport.of(embeddings);
            var lacks = report.lacks();
            if (!lacks.isEmpty()) {
                spec.commandLine().getErr().println("Too little for a calibration: " + String.join("; ", lacks) + ".");
                return TOO_LITTLE;
            }
            write(choice, networks.embedder().modelVersion(), embeddings);
            report.warnings().forEach(warning -> tell("Warning: %s", warning));
        }
        tell("%nTo use it, start face-service with the setting%n  %s", CalibrationReport.setting(output));
        tell("here for instance:%n  %s ./traitgate up", CalibrationReport.setting(output));
        return 0;
    }

    private List<Portrait> portraits() throws IOException {
        var byPerson = Portrait.byPerson(folder);
        return byPerson.isEmpty() ? Portrait.in(folder) : byPerson;
    }

    private void write(EmbedderChoice choice, String modelVersion, Embeddings embeddings) throws IOException {
        var set = name == null
                ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                : name;
        var calibration =
                CalibrationMaker.make(set, LocalDate.now(Clock.systemUTC()), choice, modelVersion, embeddings);
        try (var stream = Files.newOutputStream(output)) {
            CalibrationFile.write(calibration, stream);
        }
        var comparisons = embeddings.compared(choice.similarity());
        var picture = output.resolveSibling(
                output.getFileName().toString().replaceFirst("(?:\\.calibration)?(?:\\.json)?$", ".svg"));
        Files.writeString(picture, DetPicture.of("Faces of " + set, List.of(DetCurve.of(modelVersion, comparisons))));
        tell("%n%s", RatesTable.of(comparisons, 2, calibration).markdown("Every two pictures, both ways round"));
        tell("A star: fewer than 30 pairs matched there. The rates were measured on the very pictures that set the"
                + " thresholds; on others they will be a little worse.");
        tell("Wrote %s and the curve %s", output, picture);
    }

    private void tell(String format, Object... values) {
        var out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
