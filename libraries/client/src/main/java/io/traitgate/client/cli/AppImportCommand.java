package io.traitgate.client.cli;

import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.IssuedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate app import}. */
@Command(
        name = "import",
        description = "Make an application from a key pair that its clients have already, and wait until it works.")
final class AppImportCommand extends KeyCommand {
    @Parameters(paramLabel = "NAME", description = "How people call it.")
    private String name;

    @Option(names = "--api-key", required = true, paramLabel = "KEY", description = "The key that exists.")
    private String apiKey;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            arity = "0..1",
            interactive = true,
            description = "Its secret; asked for if none follows. Better TRAITGATE_SECRET, which others cannot see.")
    private @Nullable String secret;

    @Option(
            names = "--permission",
            paramLabel = "NAME",
            description = "What the key may do; may be given several times. write and read by default.")
    private List<String> permissions = List.of();

    AppImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    IssuedKey issue(AdminClient console) {
        return console.importPair(name, apiKey, secret(), permissions);
    }

    @Override
    String secretOf(IssuedKey issued) {
        return secret();
    }

    private String secret() {
        String given = secret == null ? surroundings().variables().get("TRAITGATE_SECRET") : secret;
        if (given == null || given.isEmpty()) {
            throw new WrongUseException("With which secret? Give --secret or set TRAITGATE_SECRET.");
        }
        return given;
    }
}
