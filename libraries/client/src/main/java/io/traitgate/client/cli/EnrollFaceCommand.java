package io.traitgate.client.cli;

import io.traitgate.client.Exchange;
import io.traitgate.contract.EnrolmentState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./traitgate enroll face}. */
@Command(name = "face", description = "Add photos or videos of a face to a user's template.")
final class EnrollFaceCommand extends UserCommand {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @Parameters(paramLabel = "FILE", arity = "1..20", description = "Photos or videos of the user.")
    private List<Path> files = List.of();

    @Option(
            names = "--wait",
            negatable = true,
            description = "Wait until the template is built: the default where a person watches.")
    private @Nullable Boolean wait;

    private List<byte[]> faces = List.of();

    EnrollFaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void prepare() {
        faces = Media.read(files);
    }

    @Override
    ExitCode run(Report report, User user) {
        report.step();
        user.client().enrolFace(user.session().session(), faces);
        Exchange enrolment = report.told();
        report.answer();
        Instant accepted = surroundings().clock().instant();

        EnrolmentState state = look(user);
        tell(report, state, accepted);
        if (wait == null ? terminal().live() : wait) {
            EnrolmentState first = state;
            state = waitWhileBuilding(user, state, accepted);
            if (state != first) {
                tell(report, state, accepted);
            }
        }
        report.end(enrolment, Map.of("session", user.session().session(), "face", state.number()));
        boolean late = state == EnrolmentState.BUILDING && wait != null && wait;
        return late ? ExitCode.FAILED : ExitCode.DONE;
    }

    private EnrolmentState waitWhileBuilding(User user, EnrolmentState first, Instant accepted) {
        EnrolmentState state = first;
        while (state == EnrolmentState.BUILDING && since(accepted).compareTo(LONGEST_WAIT) < 0) {
            if (!json()) {
                terminal().forNow(line(state) + "  " + seconds(since(accepted)));
            }
            if (!surroundings().pause().wait(LOOK_AGAIN)) {
                break;
            }
            state = look(user);
        }
        return state;
    }

    private static EnrolmentState look(User user) {
        return EnrolmentState.of(user.openSession().face());
    }

    private void tell(Report report, EnrolmentState state, Instant accepted) {
        String after = state == EnrolmentState.ENROLLED ? " after " + seconds(since(accepted)) : "";
        report.remark(line(state) + after);
    }

    private String line(EnrolmentState state) {
        String meaning = switch (state) {
            case NOT_ENROLLED -> "not enrolled: the template needs more photos";
            case ENROLLED -> terminal().good("enrolled");
            case BUILDING -> "the template is being built";
        };
        return "face status " + state.number() + "  " + meaning;
    }

    private Duration since(Instant start) {
        return Duration.between(start, surroundings().clock().instant());
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
