package io.traitgate.client.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands of this library, to be mounted under the root command. */
public final class ClientCommands {
    private ClientCommands() {}

    /** The commands for the terminal, the environment and the folder of this process. */
    public static List<CommandLine> all() {
        return all(Surroundings.ofThisProcess());
    }

    static List<CommandLine> all(Surroundings surroundings) {
        return List.of(
                command(new SessionCommand(surroundings)),
                group(
                        "enroll",
                        "Add photos or videos to a user's template.",
                        command(new EnrollFaceCommand(surroundings))),
                group(
                        "auth",
                        "Compare photos or videos with a user's template.",
                        command(new AuthFaceCommand(surroundings))),
                group(
                        "compare",
                        "Compare two photos or videos with each other.",
                        command(new CompareFaceCommand(surroundings))),
                group("token", "Fetch digits to be spoken.", command(new TokenFaceCommand(surroundings))),
                group("delete", "Remove a user's template and samples.", command(new DeleteFaceCommand(surroundings))),
                group(
                        "app",
                        "Make, list and import applications.",
                        command(new AppCreateCommand(surroundings)),
                        command(new AppListCommand(surroundings)),
                        command(new AppImportCommand(surroundings))),
                group(
                        "user",
                        "Show, export and erase what is held of a user.",
                        command(new UserShowCommand(surroundings)),
                        command(new UserExportCommand(surroundings)),
                        command(new UserEraseCommand(surroundings))),
                group(
                        "key",
                        "Rotate and revoke API keys.",
                        command(new KeyRotateCommand(surroundings)),
                        command(new KeyRevokeCommand(surroundings))),
                command(new EventsCommand(surroundings)));
    }

    private static CommandLine group(String name, String description, CommandLine... commands) {
        CommandSpec spec = CommandSpec.create().name(name).addOption(help());
        spec.usageMessage().description(description);
        CommandLine group = new CommandLine(spec);
        for (CommandLine command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    private static CommandLine command(Object command) {
        CommandLine line = new CommandLine(command);
        CommandSpec spec = line.getCommandSpec().addOption(help());
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.descriptions());
        return line;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }
}
