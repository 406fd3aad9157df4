package io.traitgate.client.cli;

import java.util.Map;
import picocli.CommandLine.Command;

/** {@code ./traitgate delete face}. */
@Command(name = "face", description = "Remove the face template and samples of a user.")
final class DeleteFaceCommand extends UserCommand {
    DeleteFaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, User user) {
        report.step();
        user.client().deleteFace(user.id(), user.session().session());
        report.answer();
        report.end(report.told(), Map.of());
        return ExitCode.DONE;
    }
}
