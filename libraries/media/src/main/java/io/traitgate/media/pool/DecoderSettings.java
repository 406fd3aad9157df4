package io.traitgate.media.pool;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How decoder workers are run.
 *
 * @param workers how many, one a lane
 * @param waiting how many items may wait for a worker before further ones are refused
 * @param cacheDirectory where the native libraries are unpacked (once, about 70 MB); owned and writable by the user of
 *     this process alone
 * @param java the launcher of the workers
 * @param memoryBytes what a worker may allocate, in bytes; from 256 MB on, twelve megapixels of any coding fit
 * @param startTime how long a worker may take to come up
 * @param tasksPerWorker after how many items a worker is replaced, so that fragmented memory does not last, nor a
 *     take-over that stays in the memory of its worker
 */
public record DecoderSettings(
        int workers,
        int waiting,
        Path cacheDirectory,
        Path java,
        long memoryBytes,
        Duration startTime,
        int tasksPerWorker) {

    /** Below this not even the virtual machine of a worker starts. */
    private static final long MIN_MEMORY = 128L << 20;

    public DecoderSettings {
        if (workers < 1 || waiting < 1 || tasksPerWorker < 1) {
            throw new IllegalArgumentException("workers %d, waiting %d, tasksPerWorker %d: each is at least 1"
                    .formatted(workers, waiting, tasksPerWorker));
        }
        if (memoryBytes < MIN_MEMORY) {
            throw new IllegalArgumentException("memoryBytes is %d, at least %d".formatted(memoryBytes, MIN_MEMORY));
        }
    }

    /**
     * Workers with 384 MB each under the JDK of this process, replaced after 1000 items, and native libraries in the
     * folder for temporary files, in a folder of this user's own.
     */
    public static DecoderSettings of(int workers) {
        var folder = "traitgate-" + System.getProperty("user.name") + "-natives";
        return new DecoderSettings(
                workers,
                workers * 8,
                Path.of(System.getProperty("java.io.tmpdir"), folder),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                384L << 20,
                Duration.ofSeconds(30),
                1_000);
    }

    /** The same with native libraries in another folder. */
    public DecoderSettings withCacheDirectory(Path directory) {
        return new DecoderSettings(workers, waiting, directory, java, memoryBytes, startTime, tasksPerWorker);
    }

    /** The same with another amount of memory for each worker. */
    public DecoderSettings withMemoryBytes(long bytes) {
        return new DecoderSettings(workers, waiting, cacheDirectory, java, bytes, startTime, tasksPerWorker);
    }

    /** The same with another number of items after which a worker is replaced. */
    public DecoderSettings withTasksPerWorker(int tasks) {
        return new DecoderSettings(workers, waiting, cacheDirectory, java, memoryBytes, startTime, tasks);
    }
}
