package io.traitgate.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.traitgate.local.Home;
import io.traitgate.local.supervise.StateFile;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate status}. */
@Command(
        name = "status",
        description = "Say how every process is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every process is ready", "1:something is not ready, or nothing runs"})
public final class StatusCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final long MIB = 1 << 20;

    private final Home home;
    private final PrintStream out;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    public StatusCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Status status = Status.of(new StateFile(home.stateFile()).readAlive());
        out.println(json ? JSON.writeValueAsString(status) : text(status));
        return status.ready() ? 0 : 1;
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
