package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.ApiCallException;
import io.traitgate.client.Exchange;
import io.traitgate.client.admin.AdminClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate auth face}. */
@Command(
        name = "face",
        description =
                "Compare photos or videos of a face with a user's template. Photos give liveliness 0: they cannot "
                        + "show that someone is there.")
final class AuthFaceCommand extends UserCommand {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int LOOKS = 50;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..20",
            description = "Photos or videos of whoever claims to be the user.")
    private List<Path> files = List.of();

    @Option(
            names = "--explain",
            description = "Tell what was measured and why it was answered so. Asks the console, as its operator may.")
    private boolean explain;

    @Mixin
    private AdminOptions admin = new AdminOptions();

    private List<byte[]> faces = List.of();
    private @Nullable AdminClient console;

    AuthFaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void prepare() {
        faces = Media.read(files);
        if (explain) {
            console = new AdminClient(admin.access(surroundings()));
        }
    }

    @Override
    ExitCode run(Report report, User user) {
        report.step();
        try {
            Verdict verdict = new Verdict(user.client()
                    .authenticateFace(user.session().session(), faces)
                    .score());
            report.answer();
            report.remark(verdict.line(terminal()));
            explain(report);
            report.end(report.told(), verdict.forPrograms());
            return verdict.exitCode();
        } catch (ApiCallException refused) {
            explain(report);
            throw refused;
        }
    }

    private void explain(Report report) {
        if (console == null) {
            return;
        }
        Optional<JsonNode> event = event(console, report.told());
        event.ifPresentOrElse(
                found -> {
                    report.add("event", found);
                    new Explanation(found, terminal()).lines().forEach(report::remark);
                },
                () -> terminal().problem("The console has no event of this call yet: ./traitgate events"));
    }

    /** An event takes a moment through its topic into the log. */
    private Optional<JsonNode> event(AdminClient log, Exchange call) {
        if (call.requestId() == null) {
            return Optional.empty();
        }
        for (int looks = 0; looks < LOOKS; looks++) {
            Optional<JsonNode> found = log.eventOf(call.requestId());
            if (found.isPresent() || !surroundings().pause().wait(LOOK_AGAIN)) {
                return found;
            }
        }
        return Optional.empty();
    }
}
