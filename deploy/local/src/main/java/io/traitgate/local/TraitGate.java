package io.traitgate.local;

import io.traitgate.client.cli.ClientCommands;
import io.traitgate.local.command.DownCommand;
import io.traitgate.local.command.LogsCommand;
import io.traitgate.local.command.StatusCommand;
import io.traitgate.local.up.UpCommand;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The one command line: runs TraitGate on this machine, and calls it. */
@Command(
        name = "traitgate",
        synopsisSubcommandLabel = "COMMAND",
        description = "Self-hosted biometric authentication: face, voice and behaviour behind one signed HTTP API.",
        footer = {
            "",
            "For operators: ./traitgate calibrate face DIR fits the scores to your own recordings.",
            "For developers: ./traitgate test runs the whole test suite, ./traitgate format puts the sources into form, and"
                    + " ./traitgate bench measures accuracy and speed.",
            "Every command has --help."
        })
public final class TraitGate {
    private TraitGate() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Home.find(), System.out).execute(arguments));
    }

    static CommandLine commandLine(Home home, PrintStream out) {
        CommandLine line = new CommandLine(new TraitGate());
        line.getCommandSpec().addOption(help());
        line.addSubcommand(new UpCommand(home, out));
        line.addSubcommand(new DownCommand(home, out));
        line.addSubcommand(new StatusCommand(home, out));
        line.addSubcommand(new LogsCommand(home, out));
        line.addSubcommand(new Rehearsal());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().addOption(help()));
        ClientCommands.all().forEach(line::addSubcommand);
        line.addSubcommand(new CommandLine.HelpCommand());
        return line;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }
}
