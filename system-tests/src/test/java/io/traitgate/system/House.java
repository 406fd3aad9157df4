package io.traitgate.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
import io.traitgate.local.supervise.ProcessState;
import io.traitgate.local.supervise.StateFile;
import io.traitgate.testkit.line.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A whole installation of its own, started and asked through {@code ./traitgate} like anybody's. Its services reach the stores,
 * and its gateway the services, over lines that a test can cut.
 */
public final class House implements AutoCloseable {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(4);
    private static final int PORTS = 24;
    /** By name, where each listens, counted from the port of the API. */
    private static final Map<String, Integer> LINES =
            Map.of("session", 11, "face", 12, "postgresql", 20, "redis", 21, "kafka", 22);
    /** So that what a crash leaves pending is judged while a test waits; a producer tries for 4 s. */
    private static final Map<String, String> SETTINGS =
            Map.of("TRAITGATE_ENROLMENT_WATCHDOG_GRACE", "15S", "TRAITGATE_ENROLMENT_WATCHDOG_INTERVAL", "3S");

    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 30_000;

    private final Path root = Path.of(System.getProperty("traitgate.root", ".."));
    private final Path home;
    private final int port;
    private final Map<String, Line> lines = new TreeMap<>();

    private House(Path home, int port) {
        this.home = home;
        this.port = port;
        LINES.forEach((process, offset) -> lines.put(
                process,
                new Line(lineTo(process), InetAddress.getLoopbackAddress().getHostAddress(), port + offset)));
    }

    /** Starts it and waits until it answers. */
    static House up() {
        try {
            House house = new House(Files.createTempDirectory("traitgate-system-"), freePort());
            Command up = house.run(house.start());
            if (up.exitCode() != 0) {
                throw new IllegalStateException("The house did not start: " + up);
            }
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] start() {
        List<String> start = new ArrayList<>(List.of("up", "--detach", "--port", String.valueOf(port)));
        lines.forEach((process, line) -> start.addAll(List.of("--detour", process + "=" + line.port())));
        return start.toArray(String[]::new);
    }

    /** The name of the line over which others reach this store or service; see {@link Line#put}. */
    public static String lineTo(String process) {
        return "house-" + process;
    }

    /** A photograph of the folder that the README uses. */
    public Path example(String name) {
        return root.resolve("examples").resolve(name).toAbsolutePath().normalize();
    }

    public Path home() {
        return home;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    JsonNode credentials() {
        try {
            return new ObjectMapper().readTree(home.resolve("credentials.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client with the demo application's key pair. */
    TraitGateClient client() {
        return new TraitGateClient(demo());
    }

    /** The demo application's key pair. */
    public Credentials demo() {
        JsonNode credentials = credentials();
        return new Credentials(
                URI.create(credentials.path("url").asText()),
                credentials.path("apiKey").asText(),
                credentials.path("secret").asText());
    }

    /** The process that runs this service or store now; 0 while none does. */
    public long pid(String name) {
        return new StateFile(home.resolve("state.json"))
                .readAlive().stream()
                        .flatMap(state -> state.processes().stream())
                        .filter(process -> process.name().equals(name))
                        .mapToLong(ProcessState::pid)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No process is called " + name));
    }

    /** Runs {@code ./traitgate} with these arguments. */
    public Command run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(root.resolve("traitgate").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(root.toFile());
        builder.environment().put("TRAITGATE_HOME", home.toString());
        builder.environment().put("TRAITGATE_BUILD", "never");
        builder.environment().putAll(SETTINGS);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> errors =
                    CompletableFuture.supplyAsync(() -> text(process.errorReader(StandardCharsets.UTF_8)));
            CompletableFuture<String> output =
                    CompletableFuture.supplyAsync(() -> text(process.inputReader(StandardCharsets.UTF_8)));
            if (!process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("No end after " + COMMAND_LIMIT + ": " + line);
            }
            return new Command(process.exitValue(), output.join(), errors.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + line, e);
        }
    }

    @Override
    public void close() {
        run("down");
        lines.values().forEach(Line::close);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(BufferedReader reader) {
        try (reader) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of enough free ports in a row, away from those that the system hands out by itself. */
    private static int freePort() {
        Random random = new Random();
        while (true) {
            int base = random.nextInt(LOWEST_PORT, HIGHEST_PORT);
            if (allFree(base)) {
                return base;
            }
        }
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + PORTS; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
