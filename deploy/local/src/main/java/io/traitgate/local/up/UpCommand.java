package io.traitgate.local.up;

import io.traitgate.client.ClientException;
import io.traitgate.client.Credentials;
import io.traitgate.keys.KeysException;
import io.traitgate.local.Home;
import io.traitgate.local.Ports;
import io.traitgate.local.demo.PrivateFile;
import io.traitgate.local.demo.SignedCheckFailedException;
import io.traitgate.local.display.Display;
import io.traitgate.local.stores.StoreException;
import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.StartFailedException;
import io.traitgate.local.supervise.StateBoard;
import io.traitgate.local.supervise.StateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate up}. */
@Command(
        name = "up",
        description = "Start PostgreSQL, Redis, Kafka and every service, and keep them running.",
        footer = {
            "",
            "Data lies in .traitgate/, or in the folder that TRAITGATE_HOME names, and",
            "survives a restart.",
            "",
            "Stores of your own take the place of the local ones where the",
            "environment names them:",
            "  TRAITGATE_POSTGRESQL_HOST",
            "      and _PORT (5432), _DATABASE (traitgate), _USERNAME (postgres) and",
            "      _PASSWORD; the role must be allowed to create roles and schemas",
            "  TRAITGATE_REDIS_URL",
            "      redis://[:password@]host:port, append-only file on, no eviction",
            "  TRAITGATE_KAFKA_BOOTSTRAP_SERVERS",
            "      host:port[,host:port...]"
        })
public final class UpCommand implements Callable<Integer> {
    private final Home home;
    private final PrintStream out;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the API; all others are counted from it. Default: 8080.")
    private int port = Ports.DEFAULT_BASE;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Interface the API listens on; 0.0.0.0 lets telephones in the same network in. Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(names = "--fresh", description = "Throw away all data, keys and the demo application first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when TraitGate is ready, and leave it running.")
    private boolean detach;

    @Option(
            names = "--detour",
            hidden = true,
            paramLabel = "PROCESS=PORT",
            description = "A port through which services reach this store or service, for tests that stand between.")
    private Map<String, Integer> detours = Map.of();

    public UpCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        long started = System.nanoTime();
        if (port < 1 || port > Ports.HIGHEST_BASE) {
            out.println("--port must be between 1 and " + Ports.HIGHEST_BASE + ", not " + port);
            return CommandLine.ExitCode.USAGE;
        }
        try (Lock lock = Lock.take(home).orElse(null)) {
            if (lock == null) {
                return alreadyRuns();
            }
            if (!detach) {
                return runHere(lock, started);
            }
        }
        int exit = new BackgroundLauncher(home, out).start(options());
        if (exit == 0) {
            welcome(started);
        }
        return exit;
    }

    private int alreadyRuns() {
        String url = new StateFile(home.stateFile())
                .readAlive()
                .map(LauncherState::url)
                .orElse("(starting)");
        out.println(
                "TraitGate is already running at " + url + ". See ./traitgate status, or stop it: ./traitgate down");
        return 0;
    }

    private int runHere(Lock lock, long started) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(home);
        Ports ports = new Ports(port);
        Detours between = new Detours(detours);
        StorePlan stores = new StorePlan(home, ports.stores(), ExternalStores.from(System.getenv()), between);
        LauncherState plan = workspace.plan(ports, stores);
        List<String> leftovers = workspace.stopLeftovers();
        if (!leftovers.isEmpty()) {
            out.println("Stopped what an earlier start had left running: " + String.join(", ", leftovers));
        }
        Optional<String> conflict = new PortCheck().conflict(ports, stores);
        if (conflict.isPresent()) {
            out.println(conflict.get());
            return 1;
        }
        if (fresh) {
            workspace.empty();
        }
        workspace.rotateLogs(plan);
        try (Display display = Display.on(out)) {
            StateBoard board = new StateBoard(plan, List.of(new StateFile(home.stateFile())::write, display::show));
            Launcher launcher = new Launcher(home, ports, host, stores, between, board, display);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                display.tell("Stopping the services, then the stores");
                launcher.stop();
                board.ended(Phase.STOPPED, "");
                lock.close();
            }));
            return keepUp(launcher, board, display, started);
        }
    }

    private int keepUp(Launcher launcher, StateBoard board, Display display, long started) throws InterruptedException {
        try {
            launcher.start();
            display.close();
            welcome(started);
            new CountDownLatch(1).await();
            return 0;
        } catch (StartFailedException e) {
            // Its reason has been told when it happened.
            return failed(board, display, e, "TraitGate could not be started.");
        } catch (StoreException
                | ClientException
                | SignedCheckFailedException
                | KeysException
                | UncheckedIOException e) {
            return failed(board, display, e, String.valueOf(e.getMessage()));
        }
    }

    private static int failed(StateBoard board, Display display, RuntimeException reason, String message) {
        board.ended(Phase.FAILED, String.valueOf(reason.getMessage()));
        display.tell(message);
        return 1;
    }

    private void welcome(long started) {
        LauncherState state = new StateFile(home.stateFile()).read().orElseThrow();
        Credentials credentials =
                new PrivateFile<>(home.credentials(), Credentials.class).read().orElseThrow();
        out.println(Welcome.text(home, state, credentials, Duration.ofNanos(System.nanoTime() - started)));
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("--port", Integer.toString(port), "--host", host));
        if (fresh) {
            options.add("--fresh");
        }
        detours.forEach((process, through) -> options.addAll(List.of("--detour", process + "=" + through)));
        return options;
    }
}
