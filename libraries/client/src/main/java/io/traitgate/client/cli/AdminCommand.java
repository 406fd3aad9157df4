package io.traitgate.client.cli;

import io.traitgate.client.HttpExchanges;
import io.traitgate.client.admin.AdminClient;
import picocli.CommandLine.Mixin;

/** A command for the console. */
abstract class AdminCommand extends ClientCommand {
    @Mixin
    private AdminOptions admin = new AdminOptions();

    AdminCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Does what the command is for. */
    abstract ExitCode run(Report report, AdminClient console);

    @Override
    final ExitCode run(Report report, HttpExchanges exchanges) {
        return run(report, new AdminClient(admin.access(surroundings()), exchanges));
    }
}
