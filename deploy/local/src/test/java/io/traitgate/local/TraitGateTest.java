package io.traitgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.local.up.UpCommand;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class TraitGateTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandIsThereAndSaysWhatItIsFor() {
        // When
        Map<String, CommandLine> commands =
                TraitGate.commandLine(Home.of(folder), System.out).getSubcommands();

        // Then
        assertThat(commands)
                .containsKeys(
                        "up", "down", "status", "logs", "session", "enroll", "auth", "compare", "token", "delete",
                        "app", "key", "events", "help");
        assertThat(commands.values())
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().description())
                        .isNotEmpty());
    }

    @Test
    void theHelpOfUpNamesExternalStores() {
        assertThat(new CommandLine(new UpCommand(Home.of(folder), System.out)).getUsageMessage())
                .contains("TRAITGATE_POSTGRESQL_HOST", "TRAITGATE_REDIS_URL", "TRAITGATE_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void settingsBecomeVariablesOfTheEnvironment() {
        assertThat(new ServiceSettings()
                        .kafka("localhost:9092")
                        .with("traitgate.admin.token-file", "/x")
                        .environment())
                .containsOnly(
                        Map.entry("TRAITGATE_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"),
                        Map.entry("TRAITGATE_ADMIN_TOKEN_FILE", "/x"));
    }
}
