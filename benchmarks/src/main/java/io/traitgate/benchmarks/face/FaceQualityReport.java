package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.face.ExpectedCodes.Expectation;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Counts for how many files of a folder the gates say what is expected. */
@Command(
        name = "face-quality",
        description = "Runs decoder and quality gates over a folder with an expected.csv (file, acceptable codes).")
public final class FaceQualityReport implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Folder of the files and expected.csv.")
    private Path folder;

    private static final class Tally {
        private int files;
        private int expected;
    }

    @Override
    public Integer call() throws IOException {
        var tallies = new TreeMap<String, Tally>();
        try (var networks = FaceNetworks.open(FaceEngineSettings.of(EmbedderChoice.MOBILEFACENET));
                var analyser = new FileAnalyser(networks.analyser())) {
            for (var expectation : ExpectedCodes.in(folder)) {
                var verdict = analyser.judge(folder.resolve(expectation.file()));
                count(tallies, expectation, verdict);
            }
        }
        print(tallies);
        return 0;
    }

    private static void count(TreeMap<String, Tally> tallies, Expectation expectation, FileAnalyser.Verdict verdict) {
        var tally = tallies.computeIfAbsent(expectation.group(), group -> new Tally());
        tally.files++;
        if (expectation.codes().contains(verdict.code())) {
            tally.expected++;
        } else {
            System.out.printf("%s: %d, expected %s%n", expectation.file(), verdict.code(), expectation.codes());
        }
    }

    private static void print(TreeMap<String, Tally> tallies) {
        System.out.println("\n| class | files | as expected |\n| --- | --- | --- |");
        var files = 0;
        var expected = 0;
        for (var entry : tallies.entrySet()) {
            var tally = entry.getValue();
            System.out.printf("| %s | %d | %d |%n", entry.getKey(), tally.files, tally.expected);
            files += tally.files;
            expected += tally.expected;
        }
        System.out.printf("| all | %d | %d (%.1f %%) |%n", files, expected, 100.0 * expected / files);
    }
}
