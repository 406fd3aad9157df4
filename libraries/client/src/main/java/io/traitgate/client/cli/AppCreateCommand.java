package io.traitgate.client.cli;

import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.IssuedKey;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate app create}. */
@Command(name = "create", description = "Make an application with a random key pair, and wait until the pair works.")
final class AppCreateCommand extends KeyCommand {
    @Parameters(paramLabel = "NAME", description = "How people call it.")
    private String name;

    @Option(
            names = "--permission",
            paramLabel = "NAME",
            description = "What the key may do; may be given several times. All by default.")
    private List<String> permissions = List.of();

    AppCreateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    IssuedKey issue(AdminClient console) {
        return console.createApplication(name, permissions);
    }

    @Override
    String secretOf(IssuedKey issued) {
        return Objects.requireNonNull(issued.secret(), "The console gave no secret");
    }
}
