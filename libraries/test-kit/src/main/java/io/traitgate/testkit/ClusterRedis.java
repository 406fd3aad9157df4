package io.traitgate.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.traitgate.local.process.ProcessRecord;
import io.traitgate.local.stores.Durability;
import io.traitgate.local.stores.Folders;
import io.traitgate.local.stores.FreePort;
import io.traitgate.local.stores.RedisServer;
import io.traitgate.local.stores.StoreFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Redis in cluster mode that is the only node and has all slots: it refuses a command or script whose keys are of several
 * slots, as any cluster does, and can be spoken to without following redirections.
 */
public final class ClusterRedis implements AutoCloseable {
    private static final int SLOTS = 16_384;
    /** What fits into one line of a command. */
    private static final int SLOTS_AT_A_TIME = 4096;

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final RedisServer server;

    private ClusterRedis(Path folder, RedisServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts it; {@link #close} it. What a killed test run leaves, the next one sweeps. */
    public static ClusterRedis start() {
        try {
            Path folder = Files.createTempDirectory(TestInstallation.PREFIX);
            ProcessRecord.write(folder.resolve("owner"), ProcessHandle.current());
            RedisServer server = new RedisServer(
                    StoreFolders.below(folder, TestInstallation.root().resolve(".traitgate/binaries")),
                    FreePort.find(),
                    Durability.NONE,
                    List.of("cluster-enabled yes"));
            ClusterRedis redis = new ClusterRedis(folder, server);
            server.start();
            redis.takeAllSlots();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Redis started", e);
        }
    }

    /** The address with the password. */
    public URI address() {
        return server.access();
    }

    @Override
    public void close() {
        server.discard();
        Folders.delete(folder);
    }

    private void takeAllSlots() throws IOException, InterruptedException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
            socket.setSoTimeout((int) START_LIMIT.toMillis());
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            say(socket, "AUTH " + address().getUserInfo().substring(1));
            expectOk(answers);
            for (int first = 0; first < SLOTS; first += SLOTS_AT_A_TIME) {
                say(
                        socket,
                        IntStream.range(first, first + SLOTS_AT_A_TIME)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" ", "CLUSTER ADDSLOTS ", "")));
                expectOk(answers);
            }
            awaitAgreement(socket, answers);
        }
    }

    private static void awaitAgreement(Socket socket, BufferedReader answers) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(end)) {
            say(socket, "CLUSTER INFO");
            String length = answers.readLine();
            char[] info = new char[Integer.parseInt(length.substring(1)) + 2];
            int read = 0;
            while (read < info.length) {
                read += answers.read(info, read, info.length - read);
            }
            if (new String(info).contains("cluster_state:ok")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the cluster never agreed on its slots");
    }

    private static void say(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
    }

    private static void expectOk(BufferedReader answers) throws IOException {
        String answer = answers.readLine();
        if (!"+OK".equals(answer)) {
            throw new IllegalStateException("Redis answered " + answer);
        }
    }
}
