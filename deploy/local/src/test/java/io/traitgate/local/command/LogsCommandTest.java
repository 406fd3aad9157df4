package io.traitgate.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.local.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class LogsCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void writeLog() throws Exception {
        Files.createDirectories(folder.resolve(".traitgate/logs"));
        Files.writeString(folder.resolve(".traitgate/logs/face.log"), "one\ntwo\nthree\n");
    }

    @Test
    void theLastLinesAreShown() {
        assertThat(logs("face", "--lines", "2")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("two\nthree\n");
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThat(logs("fase")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("fase").contains("There are: face");
    }

    private int logs(String... arguments) {
        Home home = new Home(folder, folder.resolve(".traitgate"));
        return new CommandLine(new LogsCommand(home, new PrintStream(out, true, StandardCharsets.UTF_8)))
                .execute(arguments);
    }
}
