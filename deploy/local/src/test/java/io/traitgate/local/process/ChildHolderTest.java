package io.traitgate.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildHolderTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final ChildHolder holder = new ChildHolder();

    @Test
    void aProcessThatDoesNotBecomeReadyIsNotLeftRunning() {
        // Given
        AtomicReference<ChildProcess> begun = new AtomicReference<>();

        // When, Then
        assertThatThrownBy(() -> holder.start(Shell.spec(folder, "slow", "exec sleep 60"), started -> {
                    begun.set(started);
                    started.awaitReady(() -> false, Duration.ofMillis(100));
                }))
                .isInstanceOf(ProcessFailedException.class);
        assertThat(begun.get()).returns(false, ChildProcess::isAlive);
        assertThat(holder.running()).isEmpty();
    }

    @Test
    void whatRunsCanBeStoppedAndStartedAgain() throws Exception {
        // Given
        ChildProcess first = holder.start(Shell.spec(folder, "face", "exec sleep 60"), _ -> {});

        // When
        holder.stop(GRACE);
        ChildProcess second = holder.start(Shell.spec(folder, "face", "exec sleep 60"), _ -> {});

        // Then
        assertThat(first).returns(false, ChildProcess::isAlive);
        assertThat(holder.running()).containsSame(second);
        holder.kill();
        assertThat(second).returns(false, ChildProcess::isAlive);
    }

    @Test
    void whereNothingRunsThereIsNothingToStop() {
        holder.stop(GRACE);
        holder.kill();

        assertThat(holder.running()).isEmpty();
    }
}
