package io.traitgate.client.cli;

import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.IssuedKey;
import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate key rotate}. */
@Command(
        name = "rotate",
        description = "Make a successor of a key, and wait until it works. Both are good for a while.")
final class KeyRotateCommand extends KeyCommand {
    @Parameters(paramLabel = "KEY", description = "The key to replace.")
    private String apiKey;

    @Option(
            names = "--overlap",
            paramLabel = "DURATION",
            defaultValue = "PT24H",
            description = "How long the replaced key stays good, in ISO 8601; ${DEFAULT-VALUE} by default.")
    private Duration overlap = Duration.ZERO;

    KeyRotateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    IssuedKey issue(AdminClient console) {
        return console.rotateKey(apiKey, overlap);
    }

    @Override
    String secretOf(IssuedKey issued) {
        return Objects.requireNonNull(issued.secret(), "The console gave no secret");
    }
}
