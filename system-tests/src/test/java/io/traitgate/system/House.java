package io.traitgate.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.client.Credentials;
import io.traitgate.client.TraitGateClient;
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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A whole installation of its own, started and asked through {@code ./traitgate} like anybody's. */
final class House implements AutoCloseable {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(4);
    private static final int PORTS = 24;
    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 30_000;

    private final Path root = Path.of(System.getProperty("traitgate.root", ".."));
    private final Path home;
    private final int port;

    private House(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Starts it and waits until it answers. */
    static House up() {
        try {
            House house = new House(Files.createTempDirectory("traitgate-system-"), freePort());
            Command up = house.run("up", "--detach", "--port", String.valueOf(house.port));
            if (up.exitCode() != 0) {
                throw new IllegalStateException("The house did not start: " + up);
            }
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photograph of the folder that the README uses. */
    Path example(String name) {
        return root.resolve("examples").resolve(name).toAbsolutePath().normalize();
    }

    Path home() {
        return home;
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
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
        JsonNode credentials = credentials();
        return new TraitGateClient(new Credentials(
                URI.create(credentials.path("url").asText()),
                credentials.path("apiKey").asText(),
                credentials.path("secret").asText()));
    }

    /** The process that runs this service now. */
    long pid(String service) {
        for (JsonNode process : run("status", "--json").json().path("processes")) {
            if (process.path("name").asText().equals(service)) {
                return process.path("pid").asLong();
            }
        }
        throw new IllegalStateException("No process is called " + service);
    }

    /** Runs {@code ./traitgate} with these arguments. */
    Command run(String... arguments) {
        List<String> line = new ArrayList<>(List.of(root.resolve("traitgate").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(root.toFile());
        builder.environment().put("TRAITGATE_HOME", home.toString());
        builder.environment().put("TRAITGATE_BUILD", "never");
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
