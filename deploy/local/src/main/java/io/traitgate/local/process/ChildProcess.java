package io.traitgate.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running child process. Its output is appended to a log file, never piped, so that a busy launcher cannot stall it, and a
 * {@link ProcessRecord} on disk names it as long as it runs, so that it is found again should the launcher be killed.
 */
public final class ChildProcess {
    private static final long POLL_MILLIS = 50;

    private final ProcessSpec spec;
    private final Process process;

    private ChildProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /**
     * Starts the process.
     *
     * @throws UncheckedIOException if the program, the working folder or the log cannot be used
     */
    public static ChildProcess start(ProcessSpec spec) {
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(spec.command())
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().clear();
            builder.environment().putAll(spec.environment());
            Process process = builder.start();
            ProcessRecord.write(spec.record(), process.toHandle());
            ChildProcess child = new ChildProcess(spec, process);
            var _ = process.onExit().thenRun(child::forget);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    /** The name under which people know this process. */
    public String name() {
        return spec.name();
    }

    /** Where the output goes. */
    public Path log() {
        return spec.log();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process has ended. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits until the check says yes.
     *
     * @throws ProcessFailedException if the process ends before, or the limit passes; the message carries the end of the log
     */
    public void awaitReady(Readiness check, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!check.isReady()) {
            if (!process.isAlive()) {
                throw ProcessFailedException.ended(spec.name(), process.exitValue(), spec.log());
            }
            if (System.nanoTime() > deadline) {
                throw ProcessFailedException.notReady(spec.name(), limit, spec.log());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Asks the process to end (SIGTERM), waits for the grace time, then kills it. Does nothing to a process that has ended. */
    public void stop(Duration grace) {
        process.destroy();
        awaitEnd(grace);
    }

    /** Waits for the end without asking for it, and kills the process when the grace time has passed. */
    public void awaitEnd(Duration grace) {
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    /** Kills the process at once. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(5));
    }

    /** Only its own record: by the time the end is noticed, another process may run under the name. */
    private void forget() {
        if (ProcessRecord.read(spec.record())
                .filter(record -> record.pid() == pid())
                .isPresent()) {
            ProcessRecord.delete(spec.record());
        }
    }
}
