package io.traitgate.local.command;

import io.traitgate.local.Home;
import io.traitgate.local.process.Leftovers;
import io.traitgate.local.process.ProcessRecord;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./traitgate down}. */
@Command(name = "down", description = "Stop everything that ./traitgate up has started.")
public final class DownCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(15);

    private final Home home;
    private final PrintStream out;

    public DownCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<ProcessHandle> launcher =
                ProcessRecord.read(home.launcherRecord()).flatMap(ProcessRecord::running);
        if (launcher.isPresent()) {
            stop(launcher.get());
        }
        List<String> leftovers = Leftovers.stop(home.run(), LEFTOVER_GRACE);
        if (!leftovers.isEmpty()) {
            out.println("Stopped what a killed launcher had left: " + String.join(", ", leftovers));
        } else if (launcher.isEmpty()) {
            out.println("TraitGate does not run.");
        } else {
            out.println("TraitGate has stopped.");
        }
        return 0;
    }

    /** The launcher stops its processes in order; past the limit it is killed, and they are found by their records. */
    private static void stop(ProcessHandle launcher) throws InterruptedException {
        launcher.destroy();
        if (!ProcessRecord.awaitEnd(List.of(launcher), LIMIT)) {
            launcher.destroyForcibly();
        }
    }
}
