package io.traitgate.client.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command for the console about one user of an application. */
abstract class PersonCommand extends AdminCommand {
    @Parameters(paramLabel = "USER", description = "The user as the application names them.")
    private String user;

    @Option(
            names = "--app",
            paramLabel = "ID",
            defaultValue = "demo",
            description = "Id of the application; ${DEFAULT-VALUE} by default.")
    private String application;

    PersonCommand(Surroundings surroundings) {
        super(surroundings);
    }

    final String user() {
        return user;
    }

    final String application() {
        return application;
    }
}
