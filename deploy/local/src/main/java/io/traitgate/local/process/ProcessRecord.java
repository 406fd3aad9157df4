package io.traitgate.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process named on disk: its id and its start time. The start time guards against an id that the system has given to
 * another program meanwhile.
 */
public record ProcessRecord(long pid, Instant startedAt) {
    /** The system derives start times from its boot time, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final long POLL_MILLIS = 50;

    /** Writes the record of a running process, replacing an older one. */
    public static void write(Path file, ProcessHandle process) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(file, process.pid() + " " + startedAt.toEpochMilli() + System.lineSeparator());
    }

    /** Reads a record; empty when there is none or it makes no sense. */
    public static Optional<ProcessRecord> read(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            return Optional.of(
                    new ProcessRecord(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process this record names, if it still runs and is the same one. */
    public Optional<ProcessHandle> running() {
        return running(pid).filter(this::startedThen);
    }

    /**
     * The process with this id, if it runs. One that has ended and still waits for its parent to notice, which in some
     * containers nobody does, has no program any more and does not count.
     */
    public static Optional<ProcessHandle> running(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent());
    }

    /** Waits until none of the processes runs; false if one still does when the time is over. */
    public static boolean awaitEnd(List<ProcessHandle> processes, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(process -> running(process.pid()).isPresent())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private boolean startedThen(ProcessHandle process) {
        Instant then = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, then).abs().compareTo(TOLERANCE) <= 0;
    }
}
