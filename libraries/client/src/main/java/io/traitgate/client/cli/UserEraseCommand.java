package io.traitgate.client.cli;

import io.traitgate.client.Json;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.ErasureState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate user erase}. */
@Command(
        name = "erase",
        description = "Erase a user everywhere: templates, samples, sessions, events. What is enrolled later is kept.")
final class UserEraseCommand extends PersonCommand {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Option(names = "--wait", description = "Show the confirmation of each service as it comes, until all have.")
    private boolean wait;

    UserEraseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        ErasureState state = console.eraseUser(application(), user());
        report.remark("erasure      " + state.erasure() + " of person " + state.person() + " is ordered");
        if (wait) {
            state = confirmed(report, console, state);
        }
        if (json()) {
            terminal().out().println(Json.text(state));
        }
        return !wait || state.complete() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ErasureState confirmed(Report report, AdminClient console, ErasureState ordered) {
        Instant end = surroundings().clock().instant().plus(LONGEST_WAIT);
        Set<String> told = new HashSet<>();
        ErasureState state = ordered;
        while (true) {
            tellNew(report, state, told);
            if (state.complete()) {
                report.remark(terminal().good("complete"));
                return state;
            }
            if (!surroundings().clock().instant().isBefore(end)
                    || !surroundings().pause().wait(LOOK_AGAIN)) {
                report.remark(terminal().bad("not complete: it goes on when the missing services are back"));
                return state;
            }
            state = console.erasure(application(), ordered.person());
        }
    }

    private void tellNew(Report report, ErasureState state, Set<String> told) {
        for (ErasureState.Service service : state.services()) {
            Instant at = service.confirmedAt();
            if (at != null && told.add(service.name())) {
                double seconds = Duration.between(state.orderedAt(), at).toMillis() / 1000.0;
                report.remark(String.format(
                        Locale.ROOT, "%-12s confirmed after %.1f s", service.name(), Math.max(0, seconds)));
            }
        }
    }
}
