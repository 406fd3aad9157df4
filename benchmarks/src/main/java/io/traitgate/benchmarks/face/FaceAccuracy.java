package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.DetPicture;
import io.traitgate.benchmarks.accuracy.GeneratedSection;
import io.traitgate.benchmarks.installation.RunningInstallation;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.embedding.FaceEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the shipped embedders on people who took no part in their calibration. */
@Command(
        name = "face-accuracy",
        description = {
            "Measures error rates on the test half of a folder of portraits named Person_Name_0001.jpg: every pair of pictures"
                    + " offline, the genuine pairs and some impostor pairs also through the running API (./traitgate up"
                    + " first), whose scores must be those of the offline run.",
            "Writes the generated part of docs/accuracy.md and the picture of the curves."
        })
public final class FaceAccuracy implements Callable<Integer> {
    private static final String SECTION = "face-accuracy";
    private static final String TITLE = "Faces, one picture enrolled: detection error trade-off";

    @Parameters(paramLabel = "DIR", description = "Folder of the portraits, or of a folder images with them.")
    private Path folder;

    @Option(names = "--half", defaultValue = "TEST", description = "Whose portraits: ${COMPLETION-CANDIDATES}.")
    private Half half;

    @Option(
            names = "--served",
            defaultValue = "mobilefacenet",
            description = "The embedder of the running installation: mobilefacenet or dlib.")
    private String served;

    @Option(names = "--impostors", defaultValue = "1000", description = "Impostor pairs that go through the API.")
    private int impostors;

    @Option(names = "--offline", description = "Leave the API out.")
    private boolean offline;

    @Option(
            names = "--document",
            description =
                    "Where to write the tables, between the marks for them, with the picture pictures/face-det.svg beside"
                            + " it: docs/accuracy.md unless given.")
    private @Nullable Path document;

    @Option(names = "--print", description = "Only print the tables.")
    private boolean print;

    @Override
    public Integer call() throws IOException {
        var installation = offline ? null : RunningInstallation.find();
        var portraits = half.of(Portrait.in(folder));
        var embedders = measure(portraits);
        var text = new StringBuilder(about(portraits, embedders.getFirst().embeddings()));
        if (installation != null) {
            text.append('\n').append(serve(installation, portraits, embedders).markdown());
        }
        embedders.forEach(embedder -> text.append('\n').append(embedder.markdown()));
        System.out.println(text);
        if (!print) {
            var place = document == null ? AccuracyDocument.ofTheProject() : document;
            GeneratedSection.write(place, SECTION, text.toString());
            var picture = place.resolveSibling("pictures").resolve("face-det.svg");
            Files.createDirectories(picture.getParent());
            Files.writeString(
                    picture,
                    DetPicture.of(
                            TITLE, embedders.stream().map(OfflineFaces::curve).toList()));
        }
        return 0;
    }

    private static List<OfflineFaces> measure(List<Portrait> portraits) throws IOException {
        var networks = new ArrayList<FaceNetworks>();
        try {
            for (var choice : EmbedderChoice.values()) {
                networks.add(FaceNetworks.open(FaceEngineSettings.of(choice)));
            }
            try (var analyser = new FileAnalyser(networks.getFirst().analyser())) {
                var embedders = networks.stream().map(FaceNetworks::embedder).toList();
                return offline(embedders, Embeddings.of(portraits, analyser, embedders));
            }
        } finally {
            networks.forEach(FaceNetworks::close);
        }
    }

    private static List<OfflineFaces> offline(List<FaceEmbedder> embedders, List<Embeddings> embeddings)
            throws IOException {
        var all = new ArrayList<OfflineFaces>();
        for (var choice : EmbedderChoice.values()) {
            var index = choice.ordinal();
            all.add(new OfflineFaces(
                    choice, embedders.get(index).modelVersion(), ShippedCalibration.of(choice), embeddings.get(index)));
        }
        return all;
    }

    private ServedTrial serve(RunningInstallation installation, List<Portrait> portraits, List<OfflineFaces> embedders)
            throws IOException {
        var run = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        var scores = embedders.get(EmbedderChoice.parse(served).ordinal()).scores();
        // Impostor after impostor: with a budget of attempts the API would soon refuse to judge.
        try (var tenant = installation.tenant("Face accuracy " + run, Map.of("attempts.budget", false))) {
            var faces = new ServedFaces(tenant.credentials(), run);
            try {
                return ServedTrial.of(ImagePair.chosen(portraits, impostors), faces::compare, scores);
            } finally {
                faces.forget();
            }
        }
    }

    private static String about(List<Portrait> portraits, Embeddings embeddings) {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s, networks as named below. %d people, %,d pictures, of which the gates refused %d (failure to"
                        + " acquire: %s; by code: %s).%n",
                LocalDate.now(Clock.systemUTC()),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                portraits.stream().map(Portrait::person).distinct().count(),
                embeddings.images(),
                embeddings.refusals(),
                RatesTable.percent(embeddings.refusals() / (double) embeddings.images()),
                embeddings.refused());
    }
}
