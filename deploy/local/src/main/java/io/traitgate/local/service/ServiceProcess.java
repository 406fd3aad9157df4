package io.traitgate.local.service;

import io.traitgate.local.Home;
import io.traitgate.local.Ports;
import io.traitgate.local.process.ChildHolder;
import io.traitgate.local.process.ChildProcess;
import io.traitgate.local.process.ProcessSpec;
import io.traitgate.local.process.Startable;
import io.traitgate.local.process.StartsFromCache;
import io.traitgate.local.process.StartupCache;
import io.traitgate.local.stores.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A service as a process of its own, ready when its readiness check says so. */
public final class ServiceProcess implements Startable, StartsFromCache {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    /** Longer than the services give to calls that are running. */
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);

    private final LocalService service;
    private final Home home;
    private final Map<String, String> environment;
    private final HealthProbe probe;
    private final StartupCache cache;
    private final ChildHolder child = new ChildHolder();

    public ServiceProcess(LocalService service, Home home, Ports ports, Map<String, String> environment) {
        this.service = service;
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.probe = new HealthProbe(service.healthPort(ports));
        this.cache = new StartupCache(
                home.caches(), service.serviceName(), filesBelow(service.program(home.root())), jvmOptions());
    }

    @Override
    public String name() {
        return service.serviceName();
    }

    @Override
    public ChildProcess start() throws InterruptedException {
        emptyTemporaryFolder();
        ProcessSpec spec = new ProcessSpec(
                name(),
                command(),
                home.state(),
                environment,
                home.log(name()),
                home.run().resolve(name()));
        return child.start(spec, started -> started.awaitReady(probe::isReady, START_LIMIT));
    }

    @Override
    public void stop() {
        child.stop(STOP_GRACE);
    }

    @Override
    public boolean recordsStartupCache() {
        return cache.isMissing();
    }

    @Override
    public void completeStartupCache() throws InterruptedException {
        Optional<ChildProcess> running = child.running();
        if (running.isPresent()) {
            cache.complete(running.get().pid());
        }
    }

    /** A process that was killed has left there what it unpacked, some 30 MB each time. */
    private void emptyTemporaryFolder() {
        Folders.delete(temporaryFolder());
        Folders.createPrivate(temporaryFolder());
    }

    private Path temporaryFolder() {
        return home.temporary().resolve(name());
    }

    private static List<Path> filesBelow(Path program) {
        try (Stream<Path> files = Files.walk(program)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no program at " + program + ": build it first", e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions());
        command.addAll(cache.options());
        command.add("-Djava.io.tmpdir=" + temporaryFolder());
        command.addAll(List.of(
                "-jar", service.program(home.root()).resolve("quarkus-run.jar").toString()));
        return command;
    }

    /**
     * Small and quick to start. Where pixels are handled and whole bodies hashed, the optimising compiler is worth its
     * memory and time: with it SHA-256 and AES run on the processor's own instructions, some ten times as fast.
     */
    private List<String> jvmOptions() {
        return List.of(
                "-Xms24m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (service.worksOnEveryCall() ? 4 : 1),
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    }
}
