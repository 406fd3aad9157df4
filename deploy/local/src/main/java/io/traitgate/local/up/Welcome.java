package io.traitgate.local.up;

import io.traitgate.client.Credentials;
import io.traitgate.local.Home;
import io.traitgate.local.supervise.LauncherState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What stands on the screen when TraitGate is ready: where it is, and what to try first. */
final class Welcome {
    private Welcome() {}

    static String text(Home home, LauncherState state, Credentials credentials, Duration taken) {
        return String.format(
                Locale.ROOT,
                """

                TraitGate is ready after %.1f s.

                  API       %s
                  API key   %s (its secret is in %s)
                  Admin     %s (its token is in %s)

                Try it:

                  ./traitgate enroll face examples/obama-2009.jpg --user-id demo
                """,
                taken.toMillis() / 1000.0,
                state.url(),
                credentials.apiKey(),
                shown(home, home.credentials()),
                state.console(),
                shown(home, home.console()));
    }

    /** As short as it can be said to somebody in the project's folder. */
    private static Path shown(Home home, Path file) {
        return file.startsWith(home.root()) ? home.root().relativize(file) : file;
    }
}
