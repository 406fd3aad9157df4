package io.traitgate.client.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate auth face}. */
@Command(
        name = "face",
        description =
                "Compare photos or videos of a face with a user's template. Photos give liveliness 0: they cannot "
                        + "show that someone is there.")
final class AuthFaceCommand extends UserCommand {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..20",
            description = "Photos or videos of whoever claims to be the user.")
    private List<Path> files = List.of();

    private List<byte[]> faces = List.of();

    AuthFaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void prepare() {
        faces = Media.read(files);
    }

    @Override
    ExitCode run(Report report, User user) {
        report.step();
        Verdict verdict = new Verdict(
                user.client().authenticateFace(user.session().session(), faces).score());
        report.answer();
        report.remark(verdict.line(terminal()));
        report.end(report.told(), verdict.forPrograms());
        return verdict.exitCode();
    }
}
