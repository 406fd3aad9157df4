package io.traitgate.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserDataCommandsTest {
    private static final String HELD =
            "{\"application\":\"demo\",\"person\":\"p\",\"face\":{\"status\":1,\"pending\":0,\"template\":{\"version\":2,"
                    + "\"model\":\"m-1\",\"samples\":3,\"oldest\":\"2026-01-01T00:00:00Z\",\"newest\":\"2026-02-01T00:00:00Z\"},"
                    + "\"keptSamples\":{\"count\":3}},\"session\":{\"unreachable\":\"No answer from session\"},"
                    + "\"console\":{\"events\":7}}";

    @TempDir
    Path folder;

    private final ScriptedServer console = new ScriptedServer();
    private CommandLineRun run;

    @BeforeEach
    void install() {
        run = new CommandLineRun(folder)
                .file(".traitgate/console.json", "{\"url\":\"" + console.url() + "\",\"token\":\"token\"}");
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void anErasureIsWaitedForUntilAllServicesHaveConfirmed() {
        console.then(202, state(false, "null", "null"))
                .then(200, state(false, "\"2026-11-24T10:00:02Z\"", "null"))
                .then(200, state(true, "\"2026-11-24T10:00:02Z\"", "\"2026-11-24T10:00:02.500Z\""));

        assertThat(run.execute("user", "erase", "anna/..", "--wait")).isZero();
        assertThat(run.out()).isEqualTo("""
                erasure      1 of person p is ordered
                console      confirmed after 2.0 s
                face         confirmed after 2.5 s
                complete
                """);
        assertThat(console.received().getFirst().text()).isEqualTo("{\"userId\":\"anna/..\"}");
    }

    @Test
    void whatIsHeldIsShown_andAServiceThatIsAwayIsNamed() {
        console.then(200, HELD);

        assertThat(run.execute("user", "show", "anna")).isZero();
        assertThat(run.out()).isEqualTo("""
                person       p
                face         status 1; template 2 of m-1, 3 samples from 2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z; \
                3 samples kept; 0 pending
                session      No answer from session
                console      7 events
                erasure      never ordered
                """);
    }

    @Test
    void anExportThatIsNotWhole_saysSo_andIsForItsOwnerAlone() throws Exception {
        console.then(200, HELD);
        Path file = folder.resolve("anna.json");

        assertThat(run.execute("user", "export", "anna", "--output", file.toString()))
                .isEqualTo(4);
        assertThat(run.err()).contains("Not everything");
        assertThat(Files.readString(file)).contains("No answer from session");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String state(boolean complete, String consoleAt, String faceAt) {
        return "{\"application\":\"demo\",\"person\":\"p\",\"erasure\":1,\"orderedAt\":\"2026-11-24T10:00:00Z\","
                + "\"complete\":" + complete + ",\"services\":[{\"name\":\"console\",\"confirmedAt\":" + consoleAt
                + "},{\"name\":\"face\",\"confirmedAt\":" + faceAt + "}]}";
    }
}
