package io.traitgate.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processes whose launcher was killed before it could stop them: found by their records, and by nothing else. */
public final class Leftovers {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private Leftovers() {}

    /**
     * Stops what the records in the folder name, all at once, and removes the records. A process that has taken over the id of
     * a recorded one is left alone.
     *
     * @param grace how long a process may take to end before it is killed
     * @return the names of those that still ran
     */
    public static List<String> stop(Path run, Duration grace) throws InterruptedException {
        List<String> stopped = new ArrayList<>();
        List<ProcessHandle> ending = new ArrayList<>();
        for (Path record : records(run)) {
            ProcessRecord.read(record).flatMap(ProcessRecord::running).ifPresent(process -> {
                stopped.add(record.getFileName().toString());
                process.destroy();
                ending.add(process);
            });
        }
        if (!ProcessRecord.awaitEnd(ending, grace)) {
            ending.forEach(ProcessHandle::destroyForcibly);
            ProcessRecord.awaitEnd(ending, KILL_LIMIT);
        }
        records(run).forEach(ProcessRecord::delete);
        return stopped;
    }

    private static List<Path> records(Path run) {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
