package io.traitgate.benchmarks.load;

import io.traitgate.benchmarks.accuracy.GeneratedSection;
import io.traitgate.benchmarks.installation.RunningInstallation;
import io.traitgate.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Climbs a ladder of rates at the running installation, from idle to three times what it can do. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Sends face authentications at rising rates to the TraitGate that runs here, and writes"
                + " docs/performance.md. Takes about 4 minutes; let nothing else run.")
public final class Load implements Callable<Integer> {
    private static final List<Double> SHARES = List.of(0.25, 0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0);
    private static final List<Double> FEW_SHARES = List.of(0.5, 1.0, 2.0);

    @Option(names = "--quick", description = "Three rates of 6 s, to see that it works; the figures mean little.")
    private boolean quick;

    @Option(names = "--print", description = "Write to standard output instead of docs/performance.md.")
    private boolean print;

    @Option(
            names = "--photo",
            paramLabel = "FILE",
            description = "A portrait to make the photo of. Default: examples/obama-2012.jpg.")
    private @Nullable Path portrait;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var root = Home.find().root();
        var photo = Photo.of(portrait == null ? root.resolve("examples/obama-2012.jpg") : portrait);
        try (var tenant = RunningInstallation.find().tenant("bench-load-" + UUID.randomUUID(), Map.of())) {
            var calls = Subjects.enrolled(tenant.credentials(), photo);
            var report = climb(new LoadTool(tenant.credentials(), calls), calls.bodyBytes());
            if (print) {
                System.out.println(report.markdown());
                return 0;
            }
            var docs = root.resolve("docs");
            Files.createDirectories(docs.resolve("pictures"));
            Files.writeString(docs.resolve("pictures/load-latency.svg"), report.latencyPicture());
            Files.writeString(docs.resolve("pictures/load-throughput.svg"), report.throughputPicture());
            GeneratedSection.write(docs.resolve("performance.md"), "load", report.markdown());
        }
        return 0;
    }

    private LoadReport climb(LoadTool tool, int bodyBytes) throws InterruptedException {
        var callers = 3 * Machine.cores();
        say("warming up");
        tool.closed(callers, Duration.ofSeconds(quick ? 5 : 25));
        var capacity = tool.closed(callers, Duration.ofSeconds(quick ? 6 : 12)).accepted();
        List<Period> rungs = new ArrayList<>();
        for (var share : quick ? FEW_SHARES : SHARES) {
            Thread.sleep(quick ? 1_000 : 2_000);
            var rung = tool.open(capacity * share, Duration.ofSeconds(quick ? 6 : 15));
            say("%.1f calls a second: %.1f answered, %.1f refused"
                    .formatted(rung.offered(), rung.accepted(), rung.refused()));
            rungs.add(rung);
        }
        return new LoadReport(Machine.described(), capacity, bodyBytes, rungs);
    }

    private static void say(String progress) {
        System.err.println(progress);
    }
}
