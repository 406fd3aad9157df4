package io.traitgate.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        // Given
        StateFile file = new StateFile(folder.resolve("state.json"));
        LauncherState state = state(ProcessHandle.current().pid(), Phase.READY);

        // When
        file.write(state);

        // Then
        assertThat(file.readAlive()).contains(state);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void thereIsNoStateBeforeTheFirstStart() {
        assertThat(new StateFile(folder.resolve("state.json")).read()).isEmpty();
    }

    @Test
    void aStoppedLauncherIsNotAlive() {
        assertThat(state(ProcessHandle.current().pid(), Phase.STOPPED).alive()).isFalse();
    }

    @Test
    void aKilledLauncherIsNotAlive() throws Exception {
        // Given
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        // When, Then
        assertThat(state(ended.pid(), Phase.READY).alive()).isFalse();
    }

    @Test
    void aRestartAfterACrashIsCounted() {
        // Given
        StateBoard board = new StateBoard(state(1, Phase.STARTING), List.of());

        // When
        board.processChanged("face", Phase.READY, 8);
        board.processChanged("face", Phase.CRASHED, 0);
        board.processChanged("face", Phase.STARTING, 0);
        board.processChanged("face", Phase.READY, 9);

        // Then
        assertThat(board.state().processes())
                .containsExactly(
                        new ProcessState("face", "service", Phase.READY, 9, 8092, "8092/ready", 1, "face.log"));
    }

    @Test
    void theFirstReasonOfAnEndStays() {
        // Given
        StateBoard board = new StateBoard(state(1, Phase.STARTING), List.of());

        // When
        board.ended(Phase.FAILED, "no disk");
        board.ended(Phase.STOPPED, "");

        // Then
        assertThat(board.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(board.state().problem()).isEqualTo("no disk");
    }

    private static LauncherState state(long pid, Phase phase) {
        return new LauncherState(
                pid,
                "http://localhost:8080",
                "http://localhost:8090",
                1,
                phase,
                "",
                List.of(new ProcessState("face", "service", Phase.STARTING, 0, 8092, "8092/ready", 0, "face.log")));
    }
}
