package io.traitgate.local.up;

import io.traitgate.local.Home;
import io.traitgate.local.Ports;
import io.traitgate.local.process.Leftovers;
import io.traitgate.local.service.HealthProbe;
import io.traitgate.local.service.LocalService;
import io.traitgate.local.stores.Folders;
import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.ProcessState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The folder of an installation, made ready for a start. */
final class Workspace {
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(15);

    private final Home home;

    Workspace(Home home) {
        this.home = home;
    }

    /** Stops what a killed launcher has left and says what that was. */
    List<String> stopLeftovers() throws InterruptedException {
        return Leftovers.stop(home.run(), LEFTOVER_GRACE);
    }

    /** Throws away data, keys and the demo application; programs and start-up caches stay. */
    void empty() throws IOException {
        Folders.delete(home.data());
        Folders.delete(home.keysets());
        Files.deleteIfExists(home.credentials());
        Files.deleteIfExists(home.console());
    }

    /** Begins new logs; of each process the one before is kept. */
    void rotateLogs(LauncherState state) throws IOException {
        Files.createDirectories(home.logs());
        for (ProcessState process : state.processes()) {
            Path log = home.log(process.name());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(process.name() + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What is going to run, nothing of it begun. */
    LauncherState plan(Ports ports, StorePlan stores) {
        List<ProcessState> processes = new ArrayList<>();
        stores.servers().forEach(server -> processes.add(waiting(server.name(), "store", stores.port(server), "")));
        for (LocalService service : LocalService.values()) {
            String health = service.healthPort(ports) + HealthProbe.PATH;
            processes.add(waiting(service.serviceName(), "service", service.port(ports), health));
        }
        return new LauncherState(
                ProcessHandle.current().pid(),
                "http://localhost:" + LocalService.GATEWAY.port(ports),
                "http://localhost:" + LocalService.CONSOLE.port(ports),
                System.currentTimeMillis(),
                Phase.STARTING,
                "",
                processes);
    }

    private ProcessState waiting(String name, String kind, int port, String health) {
        return new ProcessState(
                name, kind, Phase.WAITING, 0, port, health, 0, home.log(name).toString());
    }
}
