package io.traitgate.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.traitgate.local.Home;
import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.ProcessState;
import io.traitgate.local.supervise.StateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class StatusCommandTest {
    private static final long ALIVE = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HttpServer service;
    private int health = 200;

    @BeforeEach
    void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(health, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    @Test
    void everyProcessReadyIsExitCode0() throws Exception {
        // Given
        write(Phase.READY, Phase.READY);

        // When, Then
        assertThat(status("--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(json.path("ready").booleanValue()).isTrue();
        assertThat(json.path("url").textValue()).isEqualTo("http://localhost:8080");
        assertThat(json.path("processes").path(0).path("name").textValue()).isEqualTo("face");
        assertThat(json.path("processes").path(0).path("ready").booleanValue()).isTrue();
        assertThat(json.path("processes").path(0).path("phase").textValue()).isEqualTo("ready");
    }

    @Test
    void aServiceThatSaysItIsNotReadyIsExitCode1() {
        // Given
        write(Phase.READY, Phase.READY);
        health = 503;

        // When, Then
        assertThat(status()).isEqualTo(1);
        assertThat(text()).contains("face", "not ready");
    }

    @Test
    void aLauncherThatStillStartsIsExitCode1() {
        // Given
        write(Phase.STARTING, Phase.READY);

        // When, Then
        assertThat(status()).isEqualTo(1);
    }

    @Test
    void aProcessBeingRestartedIsExitCode1() {
        // Given
        write(Phase.READY, Phase.CRASHED);

        // When, Then
        assertThat(status("--json")).isEqualTo(1);
    }

    @Test
    void nothingRunningIsExitCode1AndSaysHowToStart() {
        assertThat(status()).isEqualTo(1);
        assertThat(text()).contains("./traitgate up");
    }

    private void write(Phase whole, Phase face) {
        String address = service.getAddress().getPort() + "/q/health/ready";
        new StateFile(home().stateFile())
                .write(new LauncherState(
                        ALIVE,
                        "http://localhost:8080",
                        "http://localhost:8090",
                        1,
                        whole,
                        "",
                        List.of(new ProcessState("face", "service", face, ALIVE, 8092, address, 0, "face.log"))));
    }

    private int status(String... arguments) {
        return new CommandLine(new StatusCommand(home(), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .execute(arguments);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Home home() {
        return new Home(folder, folder.resolve(".traitgate"));
    }
}
