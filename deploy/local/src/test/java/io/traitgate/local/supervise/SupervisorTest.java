package io.traitgate.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traitgate.local.process.ChildProcess;
import io.traitgate.local.process.Shell;
import io.traitgate.local.process.Startable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SupervisorTest {
    private static final RestartDelay SOON =
            new RestartDelay(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final List<Phase> phases = new CopyOnWriteArrayList<>();
    private final List<String> details = new CopyOnWriteArrayList<>();

    @Test
    void aCrashedProcessIsReportedWithTheEndOfItsLogAndStartedAgain() throws Exception {
        // Given
        Supervisor supervisor = supervise("echo out of ideas; test -e again || { touch again; exit 7; }; sleep 60");

        // When
        supervisor.ready().get();
        await().until(() ->
                phases.equals(List.of(Phase.STARTING, Phase.READY, Phase.CRASHED, Phase.STARTING, Phase.READY)));
        supervisor.stop();

        // Then
        assertThat(details)
                .singleElement()
                .asString()
                .contains("ended with exit code 7")
                .contains("out of ideas")
                .contains("started again in");
        assertThat(phases).last().isEqualTo(Phase.STOPPED);
    }

    @Test
    void aProcessThatIsNeverReadyIsGivenUp() {
        // Given
        Supervisor supervisor = new Supervisor(new NeverReady(folder), SOON, this::changed).start();

        // When, Then
        assertThatThrownBy(() -> supervisor.ready().get())
                .hasCauseInstanceOf(StartFailedException.class)
                .hasMessageContaining("no such setting");
        assertThat(phases).filteredOn(Phase.STARTING::equals).hasSize(Supervisor.FIRST_ATTEMPTS);
        assertThat(phases).last().isEqualTo(Phase.FAILED);
    }

    @Test
    void aStoppedProcessIsNotStartedAgain() throws Exception {
        // Given
        Supervisor supervisor = supervise("sleep 60");
        supervisor.ready().get();
        ChildProcess process = supervisor.process();

        // When
        supervisor.stop();

        // Then
        assertThat(process).isNotNull().returns(false, ChildProcess::isAlive);
        assertThat(phases).containsExactly(Phase.STARTING, Phase.READY, Phase.STOPPED);
        assertThat(Files.exists(folder.resolve("run/script"))).isFalse();
    }

    private Supervisor supervise(String script) {
        return new Supervisor(new Script(folder, script), SOON, this::changed).start();
    }

    private void changed(String name, Phase phase, long pid, String detail) {
        if (!detail.isEmpty()) {
            details.add(detail);
        }
        phases.add(phase);
    }

    /** Ready as soon as it runs. */
    private static final class Script implements Startable {
        private final Path folder;
        private final String script;
        private @Nullable ChildProcess process;

        Script(Path folder, String script) {
            this.folder = folder;
            this.script = script;
        }

        @Override
        public String name() {
            return "script";
        }

        @Override
        public ChildProcess start() {
            ChildProcess started = ChildProcess.start(Shell.spec(folder, name(), script));
            process = started;
            return started;
        }

        @Override
        public void stop() {
            ChildProcess running = process;
            if (running != null) {
                running.stop(Duration.ofSeconds(5));
            }
        }
    }

    private record NeverReady(Path folder) implements Startable {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public ChildProcess start() throws InterruptedException {
            ChildProcess started = ChildProcess.start(Shell.spec(folder, name(), "echo no such setting; exit 1"));
            started.awaitReady(() -> false, Duration.ofSeconds(10));
            return started;
        }

        @Override
        public void stop() {}
    }
}
