package io.traitgate.local.up;

import io.traitgate.local.Home;
import io.traitgate.local.TraitGate;
import io.traitgate.local.display.Display;
import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.StateFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code up --detach}: a launcher that outlives the terminal, and the command that waits for it to be ready. What the launcher
 * says goes to its log; what it reports about itself is shown as it would show it.
 */
final class BackgroundLauncher {
    private static final long POLL_MILLIS = 100;

    private final Home home;
    private final PrintStream out;

    BackgroundLauncher(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /**
     * Starts it with the options and waits.
     *
     * @return 0 when it is ready, 1 when it has ended before
     */
    int start(List<String> options) throws IOException, InterruptedException {
        Files.createDirectories(home.logs());
        Process launcher = new ProcessBuilder(command(options))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(home.log("launcher").toFile())
                .start();
        StateFile file = new StateFile(home.stateFile());
        try (Display display = Display.on(out)) {
            while (launcher.isAlive()) {
                Optional<LauncherState> state = file.read().filter(found -> found.pid() == launcher.pid());
                state.ifPresent(display::show);
                if (state.filter(found -> found.phase() == Phase.READY).isPresent()) {
                    return 0;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        Files.readAllLines(home.log("launcher")).forEach(out::println);
        return 1;
    }

    /** The same JVM with the same options, deaf to the end of the terminal. */
    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add("nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> inherited = ManagementFactory.getRuntimeMXBean().getInputArguments().stream();
        inherited.filter(option -> !option.contains("traitgate.terminal")).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TraitGate.class.getName(), "up"));
        command.addAll(options);
        return command;
    }
}
