package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.GeneratedSection;
import io.traitgate.benchmarks.face.ExpectedCodes.Expectation;
import io.traitgate.face.FaceEngineSettings;
import io.traitgate.face.FaceNetworks;
import io.traitgate.face.embedding.EmbedderChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts for how many files of a folder the gates say what is expected. */
@Command(
        name = "face-quality",
        description =
                "Runs decoder and quality gates over a folder with an expected.csv (file, acceptable codes), and over"
                        + " ordinary photos, of which few should be refused. Writes the generated part of docs/accuracy.md.")
public final class FaceQualityReport implements Callable<Integer> {
    private static final String SECTION = "face-quality";

    @Parameters(paramLabel = "DIR", description = "Folder of the files and expected.csv.")
    private Path folder;

    @Option(
            names = "--photos",
            paramLabel = "DIR",
            description = "Folder of ordinary photos named Person_Name_0001.jpg, or of a folder images with them.")
    private @Nullable Path photos;

    @Option(names = "--document", description = "Where to write the table: docs/accuracy.md unless given.")
    private @Nullable Path document;

    @Option(names = "--print", description = "Only print the table.")
    private boolean print;

    private static final class Tally {
        private int files;
        private int expected;

        void count(boolean isExpected) {
            files++;
            expected += isExpected ? 1 : 0;
        }
    }

    @Override
    public Integer call() throws IOException {
        var text = new StringBuilder();
        try (var networks = FaceNetworks.open(FaceEngineSettings.of(EmbedderChoice.MOBILEFACENET));
                var analyser = new FileAnalyser(networks.analyser())) {
            faults(analyser, text);
            var ordinary = photos;
            if (ordinary != null) {
                refusals(Portrait.in(ordinary), analyser, text);
            }
        }
        System.out.println(text);
        if (!print) {
            GeneratedSection.write(
                    document == null ? AccuracyDocument.ofTheProject() : document, SECTION, text.toString());
        }
        return 0;
    }

    private void faults(FileAnalyser analyser, StringBuilder text) throws IOException {
        var all = new Tally();
        var groups = new TreeMap<String, Tally>();
        var others = new StringBuilder();
        for (var expectation : ExpectedCodes.in(folder)) {
            var code = analyser.judge(folder.resolve(expectation.file())).code();
            var isExpected = expectation.codes().contains(code);
            groups.computeIfAbsent(expectation.group(), _ -> new Tally()).count(isExpected);
            all.count(isExpected);
            if (!isExpected) {
                others.append(other(expectation, code));
            }
        }
        text.append("| class | files | as expected |\n| --- | --- | --- |\n");
        groups.forEach((name, tally) -> text.append(row(name, tally)));
        text.append(row("all", all))
                .append(others.isEmpty() ? "" : "\nOther answers:\n\n")
                .append(others);
    }

    private static String row(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d (%.1f %%) |%n",
                name,
                tally.files,
                tally.expected,
                100.0 * tally.expected / tally.files);
    }

    private static String other(Expectation expectation, int code) {
        return "- `%s`: %d, expected %s%n".formatted(expectation.file(), code, expectation.codes());
    }

    private static void refusals(List<Portrait> portraits, FileAnalyser analyser, StringBuilder text)
            throws IOException {
        if (portraits.isEmpty()) {
            throw new IllegalArgumentException("No photos named Person_Name_0001.jpg there");
        }
        SortedMap<Integer, Integer> refused = new TreeMap<>();
        for (var portrait : portraits) {
            var verdict = analyser.judge(portrait.file());
            if (!verdict.accepted()) {
                refused.merge(verdict.code(), 1, Integer::sum);
            }
        }
        var count = refused.values().stream().mapToInt(Integer::intValue).sum();
        text.append(String.format(
                Locale.ROOT,
                "%nOf %,d ordinary photos the gates refuse %d (%s; by code: %s).%n",
                portraits.size(),
                count,
                RatesTable.percent(count / (double) portraits.size()),
                refused));
    }
}
