package io.traitgate.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.client.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsOptionsTest {
    private static final String SESSION = "{\"session\":\"s\",\"face\":0,\"voice\":0,\"behaviour\":0}";

    @TempDir
    Path folder;

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void optionsWinOverTheEnvironmentAndThatOverTheInstallation() {
        server.then(200, SESSION).then(200, SESSION).then(200, SESSION);
        CommandLineRun run = installed(".traitgate/credentials.json", "of-the-file");

        run.execute("session");
        run.with("TRAITGATE_API_KEY", "of-the-environment").with("TRAITGATE_SECRET", "x");
        run.execute("session", "--user-id", "anna");
        run.execute("session", "--user-id", "anna", "--api-key", "of-the-option", "--secret", "x");

        assertThat(server.received())
                .extracting(request -> request.header("X-aimbrain-apikey"))
                .containsExactly("of-the-file", "of-the-environment", "of-the-option");
    }

    @Test
    void theInstallationIsTheOneThatTheEnvironmentNames() {
        server.then(200, SESSION);
        CommandLineRun run = installed("elsewhere/credentials.json", "other")
                .with("TRAITGATE_HOME", folder.resolve("elsewhere").toString());

        assertThat(run.execute("session")).isZero();
        assertThat(server.only().header("X-aimbrain-apikey")).isEqualTo("other");
    }

    @Test
    void withoutAnInstallationItSaysHowToNameAnApi() {
        CommandLineRun run = new CommandLineRun(folder);

        assertThat(run.execute("session")).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        Which API? Start one with ./traitgate up, or give --api-url, --api-key and --secret.
                        Usage: traitgate session --help
                        """);
    }

    @Test
    void aKeyWithoutItsSecretIsNotPairedWithAnother() {
        CommandLineRun run = installed(".traitgate/credentials.json", "key");

        assertThat(run.execute("session", "--user-id", "anna", "--api-key", "other"))
                .isEqualTo(2);
        assertThat(run.err()).startsWith("A key and its secret go together");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aKeyPairOfOnesOwnNeedsAUser() {
        CommandLineRun run = installed(".traitgate/credentials.json", "key");

        assertThat(run.execute("session", "--api-key", "mine", "--secret", "x")).isEqualTo(2);
        assertThat(run.err()).startsWith("Which user? Give --user-id.");
    }

    @Test
    void aMissingFileIsNamedBeforeAnythingIsCalled() {
        CommandLineRun run = installed(".traitgate/credentials.json", "key");

        assertThat(run.execute("auth", "face", "none.jpg")).isEqualTo(2);
        assertThat(run.err()).startsWith("There is no file none.jpg\nUsage: traitgate auth face --help\n");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aGroupWithoutItsCommandShowsWhatThereIs() {
        CommandLineRun run = new CommandLineRun(folder);

        assertThat(run.execute("app")).isEqualTo(2);
        assertThat(run.err()).contains("create").contains("list").contains("import");
    }

    @Test
    void helpNamesTheExitCodes() {
        CommandLineRun run = new CommandLineRun(folder);

        assertThat(run.execute("auth", "face", "--help")).isZero();
        assertThat(run.out()).contains("Exit codes:").contains("not accepted, the score is below 0.5");
    }

    private CommandLineRun installed(String file, String key) {
        return new CommandLineRun(folder)
                .file(file, "{\"url\":\"" + server.url() + "\",\"apiKey\":\"" + key + "\",\"secret\":\"secret\"}");
    }
}
