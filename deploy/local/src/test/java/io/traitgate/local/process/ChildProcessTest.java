package io.traitgate.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void anEndBeforeReadinessShowsTheEndOfTheLog() {
        // Given
        ChildProcess child = ChildProcess.start(Shell.spec(folder, "face", "echo port taken >&2; exit 3"));

        // When, Then
        assertThatThrownBy(() -> child.awaitReady(() -> false, LIMIT))
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("face ended with exit code 3")
                .hasMessageContaining("port taken");
    }

    @Test
    void aLimitWithoutReadinessIsAFailure() {
        // Given
        ChildProcess child = ChildProcess.start(Shell.spec(folder, "slow", "exec sleep 60"));

        // When, Then
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(100)))
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("slow was not ready");
        child.kill();
    }

    @Test
    void aRecordNamesTheProcessAsLongAsItRuns() {
        // Given
        Path record = folder.resolve("run/face");
        ChildProcess child = ChildProcess.start(Shell.spec(folder, "face", "exec sleep 60"));
        assertThat(ProcessRecord.read(record).orElseThrow().running()).isPresent();

        // When
        child.stop(LIMIT);

        // Then
        assertThat(record).doesNotExist();
    }

    @Test
    void theEnvironmentIsExactlyWhatIsGiven() throws Exception {
        // Given
        ProcessSpec spec = new ProcessSpec(
                "env",
                List.of("/usr/bin/env"),
                folder,
                Map.of("SECRET", "x"),
                folder.resolve("env.log"),
                folder.resolve("run/env"));

        // When
        ChildProcess.start(spec).onExit().get();

        // Then
        assertThat(Files.readAllLines(folder.resolve("env.log"))).containsExactly("SECRET=x");
        assertThat(spec.toString()).doesNotContain("SECRET");
    }

    @Test
    void longLinesOfALogAreCutForReading() throws Exception {
        // Given
        Path log = Files.writeString(folder.resolve("log"), "a\n" + "b".repeat(1000) + "\n");

        // When, Then
        assertThat(LogTail.readable(log, 1)).singleElement().asString().hasSizeLessThan(300);
        assertThat(LogTail.of(log, 5)).containsExactly("a", "b".repeat(1000));
    }
}
