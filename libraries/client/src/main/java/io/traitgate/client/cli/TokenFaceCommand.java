package io.traitgate.client.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate token face}. */
@Command(name = "face", description = "Fetch the digits to be spoken in a video of a face.")
final class TokenFaceCommand extends UserCommand {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "auth",
            description = "auth, or enroll-1 to enroll-9; ${DEFAULT-VALUE} by default.")
    private String type = "";

    TokenFaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, User user) {
        report.step();
        user.client().faceToken(user.session().session(), type);
        report.answer();
        report.end(report.told(), Map.of("session", user.session().session()));
        return ExitCode.DONE;
    }
}
