package io.traitgate.benchmarks.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands run on the example portraits; their figures on data sets are in {@code docs/}. */
class FaceCommandsTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("traitgate.root"), "examples");

    @TempDir
    private Path folder;

    @Test
    void theQualityReportComparesEveryFileWithItsExpectation() throws Exception {
        Files.copy(EXAMPLES.resolve("obama-2009.jpg"), folder.resolve("ok-0.jpg"));
        Files.writeString(folder.resolve("nodata-0.jpg"), "");
        Files.copy(EXAMPLES.resolve("obama-2012.jpg"), folder.resolve("far-0.jpg"));
        Files.writeString(
                folder.resolve("expected.csv"),
                "file,acceptable_codes,how_made\nok-0.jpg,ok,as it is\nnodata-0.jpg,2;20,empty\nfar-0.jpg,7,not really\n");

        var photos = Files.createDirectories(folder.resolve("photos/images"));
        Files.copy(EXAMPLES.resolve("biden.jpg"), photos.resolve("Biden_0001.jpg"));

        var report = run(new FaceQualityReport(), folder.toString(), "--print", "--photos", "" + photos.getParent());

        assertThat(report)
                .contains("- `far-0.jpg`: 0, expected [7]")
                .contains("| ok | 1 | 1 (100.0 %) |")
                .contains("| nodata | 1 | 1 (100.0 %) |")
                .contains("| all | 3 | 2 (66.7 %) |")
                .contains("Of 1 ordinary photos the gates refuse 0 (0.00 %; by code: {})");
    }

    @Test
    void theAccuracyReportCountsPairs() throws Exception {
        Files.copy(EXAMPLES.resolve("obama-2009.jpg"), folder.resolve("Obama_0001.jpg"));
        Files.copy(EXAMPLES.resolve("obama-2012.jpg"), folder.resolve("Obama_0002.jpg"));
        Files.copy(EXAMPLES.resolve("biden.jpg"), folder.resolve("Biden_0001.jpg"));
        var document = Files.writeString(
                folder.resolve("accuracy.md"), "# By hand\n<!-- begin face-accuracy -->\n<!-- end face-accuracy -->\n");

        run(new FaceAccuracy(), folder.toString(), "--half", "ALL", "--offline", "--document", "" + document);

        assertThat(document)
                .content()
                .startsWith("# By hand")
                .contains("2 people, 3 pictures, of which the gates refused 0")
                .contains("### mobilefacenet-")
                .contains("### dlib-resnet-")
                .contains("2 comparisons of one person, 4 of different people. Equal error rate **0.00 %**");
        assertThat(folder.resolve("pictures/face-det.svg"))
                .content()
                .contains("<svg")
                .contains("dlib-resnet-");
    }

    @Test
    void withoutARunningInstallationTheAccuracyCommandSaysWhatToDo() {
        var error = new StringWriter();
        var line = new CommandLine(new FaceAccuracy()).setErr(new PrintWriter(error));

        assertThat(line.execute(folder.toString())).isEqualTo(1);
        assertThat(error.toString()).contains("start it with ./traitgate up");
    }

    private static String run(Object command, String... arguments) {
        var output = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(command).execute(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
