package io.traitgate.local.stores;

import io.traitgate.local.process.ChildHolder;
import io.traitgate.local.process.ChildProcess;
import io.traitgate.local.process.ProcessSpec;
import io.traitgate.local.process.StartsFromCache;
import io.traitgate.local.process.StartupCache;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka broker, controller included, in a JVM of its own on the loopback interface. It speaks without encryption or
 * credentials: whoever may run programs on this machine may reach it, and everything personal in its records is sealed.
 */
public final class KafkaServer implements StoreServer, StartsFromCache {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    /** Small, and quick to start: the broker of one machine has little to do. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final StoreFolders folders;
    private final Path jars;
    private final KafkaPorts ports;
    private final Optional<Path> caches;
    private final ChildHolder child = new ChildHolder();

    /**
     * A broker on these ports.
     *
     * @param jars folder with the broker's jars, as the build of this module leaves it
     * @param caches folder for its start-up cache; empty to go without
     */
    public KafkaServer(StoreFolders folders, Path jars, KafkaPorts ports, Optional<Path> caches) {
        this.folders = folders;
        this.jars = jars;
        this.ports = ports;
        this.caches = caches;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public ChildProcess start() throws InterruptedException {
        Path data = Folders.createPrivate(folders.data().resolve("kafka").toAbsolutePath());
        Path settings = data.resolve("server.properties");
        Folders.writePrivate(settings, settings(data));
        ProcessSpec spec = new ProcessSpec(
                name(),
                command(settings),
                data,
                System.getenv(),
                folders.logs().resolve("kafka.log"),
                folders.run().resolve("kafka"));
        return child.start(spec, started -> {
            started.awaitReady(this::listens, START_LIMIT);
            awaitCluster(started);
        });
    }

    @Override
    public void stop() {
        child.stop(STOP_GRACE);
    }

    @Override
    public void discard() {
        child.kill();
    }

    /** Bootstrap servers. */
    public String access() {
        return "127.0.0.1:" + ports.broker();
    }

    @Override
    public boolean recordsStartupCache() {
        return cache().filter(StartupCache::isMissing).isPresent();
    }

    @Override
    public void completeStartupCache() throws InterruptedException {
        Optional<ChildProcess> running = child.running();
        Optional<StartupCache> cache = cache();
        if (running.isPresent() && cache.isPresent()) {
            cache.get().complete(running.get().pid());
        }
    }

    private Optional<StartupCache> cache() {
        return caches.map(folder -> new StartupCache(folder, name(), classPath(), JVM_OPTIONS));
    }

    private List<String> command(Path settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(cache().map(StartupCache::options).orElse(List.of()));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                KafkaBroker.class.getName(),
                settings.toString(),
                Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    private List<Path> classPath() {
        return BrokerJars.in(jars);
    }

    private String settings(Path data) {
        return String.join(
                System.lineSeparator(),
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + ports.controller(),
                "listeners=PLAINTEXT://127.0.0.1:" + ports.broker() + ",CONTROLLER://127.0.0.1:" + ports.controller(),
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + ports.advertised(),
                "controller.listener.names=CONTROLLER",
                "log.dirs=" + data.resolve("logs"),
                "auto.create.topics.enable=false",
                "num.partitions=12",
                "default.replication.factor=1",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.num.partitions=1",
                "group.initial.rebalance.delay.ms=0",
                // One that was killed is let in again when the controller believes that its predecessor is gone: 9 s by
                // default.
                "broker.session.timeout.ms=3000",
                "broker.heartbeat.interval.ms=500",
                // One machine, few clients: a thread of each kind is enough, and their buffers count.
                "num.network.threads=1",
                "num.io.threads=2",
                "num.recovery.threads.per.data.dir=1",
                "background.threads=1",
                "log.cleaner.threads=1",
                "log.cleaner.dedupe.buffer.size=4194304",
                "log.index.size.max.bytes=1048576",
                "");
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.broker()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port opens before the broker may serve; one request, repeated by the client, tells when it does. */
    private void awaitCluster(ChildProcess started) throws InterruptedException {
        try (Admin admin = BrokerAdmin.connect(access())) {
            started.awaitReady(() -> hasNode(admin), START_LIMIT);
        }
    }

    private static boolean hasNode(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
