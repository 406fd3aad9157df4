package io.traitgate.benchmarks.installation;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.Credentials;
import io.traitgate.client.Json;
import io.traitgate.client.UnreachableException;
import io.traitgate.client.admin.AdminAccess;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.IssuedKey;
import io.traitgate.local.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code ./traitgate up} has started here, found by the files it leaves. */
public final class RunningInstallation {
    private final URI api;
    private final AdminClient console;

    private RunningInstallation(URI api, AdminClient console) {
        this.api = api;
        this.console = console;
    }

    /**
     * Finds it, and makes sure that it runs.
     *
     * @throws IllegalStateException when there is none, with what to do about it
     */
    public static RunningInstallation find() throws IOException {
        var home = Home.find();
        var credentials = read(home.credentials());
        var admin = read(home.console());
        var console = new AdminClient(new AdminAccess(
                URI.create(admin.path("url").asText()), admin.path("token").asText()));
        try {
            console.applications();
        } catch (UnreachableException e) {
            throw notRunning();
        }
        return new RunningInstallation(URI.create(credentials.path("url").asText()), console);
    }

    /**
     * Makes an application of its own for a benchmark.
     *
     * @param settings of the application, by name
     */
    public Tenant tenant(String name, Map<String, Object> settings) {
        var key = console.createApplication(name, List.of());
        console.changeSettings(key.application().id(), settings);
        return new Tenant(key, console, api);
    }

    private static JsonNode read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw notRunning();
        }
        return Json.tree(Files.readString(file));
    }

    private static IllegalStateException notRunning() {
        return new IllegalStateException(
                "TraitGate is not running here: start it with ./traitgate up in another terminal,"
                        + " or leave the API out with --offline.");
    }

    /** An application that is gone, for callers, when this is closed. */
    public record Tenant(IssuedKey key, AdminClient console, URI api) implements AutoCloseable {

        public Credentials credentials() {
            return new Credentials(api, key.apiKey(), Objects.requireNonNull(key.secret()));
        }

        @Override
        public void close() {
            console.revokeKey(key.apiKey());
        }
    }
}
