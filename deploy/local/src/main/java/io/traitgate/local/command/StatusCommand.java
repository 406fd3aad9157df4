package io.traitgate.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.traitgate.local.Home;
import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.StateFile;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate status}. */
@Command(
        name = "status",
        description = "Say how every process is, and how calls fare.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every process is ready", "1:something is not ready, or nothing runs"})
public final class StatusCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final long MIB = 1 << 20;
    private static final MetricsPage NOTHING = new MetricsPage(List.of());
    private static final Duration LOOK_TWICE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final String CLEAR = "\u001B[H\u001B[2J";

    private final Home home;
    private final PrintStream out;

    @Option(names = "--json", description = "For programs: the processes, without how calls fare.")
    private boolean json;

    @Option(names = "--watch", description = "Look again every two seconds, until Ctrl-C.")
    private boolean watch;

    public StatusCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<LauncherState> state = state();
        Status status = Status.of(state);
        if (json) {
            out.println(JSON.writeValueAsString(status));
            return status.ready() ? 0 : 1;
        }
        MetricsReader metrics = new MetricsReader();
        MetricsPage before = state.map(metrics::read).orElse(NOTHING);
        long looked = System.nanoTime();
        while (state.isPresent() && pause()) {
            MetricsPage now = metrics.read(state.get());
            long time = System.nanoTime();
            status = Status.of(state);
            out.println((watch ? CLEAR : "")
                    + text(status)
                    + System.lineSeparator()
                    + Vitals.between(before, now, Duration.ofNanos(time - looked))
                            .text());
            if (!watch) {
                return status.ready() ? 0 : 1;
            }
            before = now;
            looked = time;
            state = state();
        }
        out.println(text(Status.of(state)));
        return 1;
    }

    private Optional<LauncherState> state() {
        return new StateFile(home.stateFile()).readAlive();
    }

    private boolean pause() {
        try {
            Thread.sleep(watch ? LOOK_AGAIN : LOOK_TWICE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String text(Status status) {
        if (status.processes().isEmpty()) {
            return "TraitGate does not run. Start it: ./traitgate up";
        }
        StringBuilder text = new StringBuilder();
        text.append(status.ready() ? "TraitGate is ready at " : "TraitGate is not ready; it will be at ")
                .append(status.url())
                .append(System.lineSeparator());
        for (Status.ProcessStatus process : status.processes()) {
            text.append(System.lineSeparator()).append(line(process));
        }
        return text.append(System.lineSeparator())
                .append(String.format(Locale.ROOT, "%n  %d MB of memory in all", status.memoryBytes() / MIB))
                .toString();
    }

    private static String line(Status.ProcessStatus process) {
        String state = process.ready() || process.phase() != io.traitgate.local.supervise.Phase.READY
                ? process.phase().wireName()
                : "not ready";
        String restarts = process.restarts() == 0 ? "" : "  restarted " + process.restarts() + " times";
        return String.format(
                Locale.ROOT,
                "  %-12s %-10s port %-6d pid %-8d %4d MB%s",
                process.name(),
                state,
                process.port(),
                process.pid(),
                process.memoryBytes() / MIB,
                restarts);
    }
}
