package io.traitgate.local.stores;

import io.traitgate.local.process.ChildHolder;
import io.traitgate.local.process.ChildProcess;
import io.traitgate.local.process.ProcessSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Redis on the loopback interface with the append-only file and without eviction, as the services demand it. The password is
 * drawn anew at each start.
 */
public final class RedisServer implements StoreServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final StoreFolders folders;
    private final int port;
    private final Durability durability;
    private final List<String> more;
    private final String password = RandomSecret.create();
    private final Path program;
    private final ChildHolder child = new ChildHolder();

    public RedisServer(StoreFolders folders, int port, Durability durability) {
        this(folders, port, durability, List.of());
    }

    /**
     * The same with other habits.
     *
     * @param more lines for the end of its settings file, such as {@code cluster-enabled yes}
     */
    public RedisServer(StoreFolders folders, int port, Durability durability, List<String> more) {
        this.folders = folders;
        this.port = port;
        this.durability = durability;
        this.more = List.copyOf(more);
        this.program =
                new Binaries(folders.binaries()).program(Platform.current().redisBinary());
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public ChildProcess start() throws InterruptedException {
        Path data = Folders.createPrivate(folders.data().resolve("redis").toAbsolutePath());
        Path settings = data.resolve("redis.conf");
        Folders.writePrivate(settings, settings(data));
        ProcessSpec spec = new ProcessSpec(
                name(),
                List.of(program.toString(), settings.toString()),
                data,
                System.getenv(),
                folders.logs().resolve("redis.log"),
                folders.run().resolve("redis"));
        return child.start(spec, started -> started.awaitReady(this::answers, START_LIMIT));
    }

    @Override
    public void stop() {
        child.stop(STOP_GRACE);
    }

    @Override
    public void discard() {
        child.kill();
    }

    /** The address with the password. */
    public URI access() {
        return URI.create("redis://:" + password + "@127.0.0.1:" + port);
    }

    private String settings(Path data) {
        return String.join(
                System.lineSeparator(),
                "bind 127.0.0.1",
                "port " + port,
                "requirepass " + password,
                "dir " + data,
                "appendonly yes",
                "appendfsync " + (durability == Durability.FULL ? "everysec" : "no"),
                "save \"\"",
                "maxmemory-policy noeviction",
                String.join(System.lineSeparator(), more),
                "");
    }

    /** PING behind AUTH, spoken by hand: one line each, answered by +OK and +PONG once the data is loaded. */
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] expected = "+OK\r\n+PONG\r\n".getBytes(StandardCharsets.US_ASCII);
            return java.util.Arrays.equals(expected, socket.getInputStream().readNBytes(expected.length));
        } catch (IOException e) {
            return false;
        }
    }
}
