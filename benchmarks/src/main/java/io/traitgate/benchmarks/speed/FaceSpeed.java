package io.traitgate.benchmarks.speed;

import io.traitgate.benchmarks.accuracy.GeneratedSection;
import io.traitgate.benchmarks.installation.RunningInstallation;
import io.traitgate.benchmarks.load.CpuClock;
import io.traitgate.benchmarks.load.LoadTool;
import io.traitgate.benchmarks.load.Machine;
import io.traitgate.benchmarks.load.Period;
import io.traitgate.benchmarks.load.Photo;
import io.traitgate.benchmarks.load.Subjects;
import io.traitgate.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the API with the bare pipeline, round by round in turn, so that both see the same machine. */
@Command(
        name = "face-speed",
        mixinStandardHelpOptions = true,
        description =
                "Measures face authentication at the TraitGate that runs here against the bare pipeline, and writes"
                        + " docs/performance.md. Takes about 4 minutes; let nothing else run.")
public final class FaceSpeed implements Callable<Integer> {
    private static final double MOST_REFUSED = 0.02;

    @Option(names = "--quick", description = "One round of 5 s, to see that it works; the figures mean little.")
    private boolean quick;

    @Option(names = "--print", description = "Write to standard output instead of docs/performance.md.")
    private boolean print;

    @Option(
            names = "--photo",
            paramLabel = "FILE",
            description = "A portrait to make the photo of. Default: examples/obama-2012.jpg.")
    private @Nullable Path portrait;

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        var root = Home.find().root();
        var photo = Photo.of(portrait == null ? root.resolve("examples/obama-2012.jpg") : portrait);
        var file = Files.createTempFile("traitgate-photo", ".jpg");
        try (var tenant = RunningInstallation.find().tenant("bench-face-speed-" + UUID.randomUUID(), Map.of())) {
            Files.write(file, photo);
            var calls = Subjects.enrolled(tenant.credentials(), photo);
            var report =
                    measure(file, new LoadTool(tenant.credentials(), calls)).markdown();
            if (print) {
                System.out.println(report);
            } else {
                GeneratedSection.write(root.resolve("docs/performance.md"), "face-speed", report);
            }
        } finally {
            Files.delete(file);
        }
        return 0;
    }

    private SpeedReport measure(Path photo, LoadTool tool) throws RunnerException {
        var length = Duration.ofSeconds(quick ? 5 : 14);
        var callers = 3 * Machine.cores();
        var bare = new BareRun(photo, Machine.cores(), Duration.ofSeconds(quick ? 3 : 8), length);
        List<SpeedReport.Round> rounds = new ArrayList<>();
        Map<String, Duration> used = new LinkedHashMap<>();
        var accepted = 0.0;
        say("warming up");
        tool.closed(callers, Duration.ofSeconds(quick ? 5 : 25));
        for (var round = 1; round <= (quick ? 1 : 4); round++) {
            var photos = bare.measure();
            var period = tool.closed(callers, length);
            requireAccepted(period);
            period.cores().forEach((process, time) -> used.merge(process, time, Duration::plus));
            accepted += period.accepted();
            var generator = period.cores()
                            .getOrDefault(CpuClock.GENERATOR, Duration.ZERO)
                            .toNanos()
                    / 1e9
                    / Machine.cores();
            rounds.add(new SpeedReport.Round(photos, period.accepted(), generator));
            say("round %d: bare %.1f, API %.1f a second".formatted(round, photos, period.accepted()));
        }
        var total = accepted;
        used.replaceAll((process, time) -> Duration.ofNanos((long) (time.toNanos() / total)));
        var alone = tool.closed(1, Duration.ofSeconds(quick ? 5 : 15));
        return new SpeedReport(Machine.described(), Machine.cores(), callers, rounds, alone, used);
    }

    /** So few callers are refused on a machine that something else keeps busy, and then no ratio means anything. */
    private static void requireAccepted(Period period) {
        if (period.failed() > 0 || period.refused() > MOST_REFUSED * period.accepted()) {
            throw new IllegalStateException(
                    "%d calls failed and %.1f a second were refused: is something else running on this machine?"
                            .formatted(period.failed(), period.refused()));
        }
    }

    private static void say(String progress) {
        System.err.println(progress);
    }
}
