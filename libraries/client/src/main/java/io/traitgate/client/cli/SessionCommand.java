package io.traitgate.client.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code ./traitgate session}. */
@Command(name = "session", description = "Open a session, and tell how the user stands.")
final class SessionCommand extends UserCommand {
    SessionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, User user) {
        report.answer();
        report.remark("0 not enrolled, 1 enrolled, 2 the template is being built; user " + user.id());
        report.end(report.told(), Map.of());
        return ExitCode.DONE;
    }
}
