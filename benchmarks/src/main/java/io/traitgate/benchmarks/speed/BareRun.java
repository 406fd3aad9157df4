package io.traitgate.benchmarks.speed;

import java.nio.file.Path;
import java.time.Duration;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the bare pipeline with JMH, each time in a process of its own that is warmed up first. */
final class BareRun {
    private final Path photo;
    private final int threads;
    private final Duration warmUp;
    private final Duration length;

    BareRun(Path photo, int threads, Duration warmUp, Duration length) {
        this.photo = photo;
        this.threads = threads;
        this.warmUp = warmUp;
        this.length = length;
    }

    /** Photos a second. */
    double measure() throws RunnerException {
        var options = new OptionsBuilder()
                .include(BarePipeline.class.getName())
                .param("photo", photo.toString())
                .threads(threads)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(warmUp.toMillis()))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(length.toMillis()))
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getScore();
    }
}
