package io.traitgate.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void whatRunsIsStoppedAndNamed() throws Exception {
        // Given
        ChildProcess child = ChildProcess.start(Shell.spec(folder, "face", "exec sleep 60"));

        // When
        assertThat(Leftovers.stop(folder.resolve("run"), GRACE)).containsExactly("face");

        // Then
        assertThat(child.onExit()).succeedsWithin(GRACE);
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void whatDoesNotEndInTimeIsKilled() throws Exception {
        // Given
        ChildProcess child = ChildProcess.start(
                Shell.spec(folder, "deaf", "trap '' TERM; touch deaf; while true; do sleep 0.1; done"));
        child.awaitReady(() -> Files.exists(folder.resolve("deaf")), GRACE);

        // When
        Leftovers.stop(folder.resolve("run"), Duration.ofMillis(100));

        // Then
        assertThat(child.onExit()).succeedsWithin(GRACE).isEqualTo(128 + 9);
    }

    @Test
    void anotherProgramWithARecordedIdIsLeftAlone() throws Exception {
        // Given
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/face"), stranger.pid() + " 1000\n");

        // When
        assertThat(Leftovers.stop(folder.resolve("run"), GRACE)).isEmpty();

        // Then
        assertThat(stranger.isAlive()).isTrue();
        assertThat(folder.resolve("run")).isEmptyDirectory();
        stranger.destroyForcibly();
    }

    @Test
    void aRecordThatMakesNoSenseIsRemoved() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/face"), "");

        // When
        assertThat(Leftovers.stop(folder.resolve("run"), GRACE)).isEmpty();

        // Then
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void nothingIsLeftWhereNothingRan() throws Exception {
        assertThat(Leftovers.stop(folder.resolve("nowhere"), GRACE)).isEmpty();
    }
}
