package io.traitgate.local.up;

import io.traitgate.client.Credentials;
import io.traitgate.local.supervise.LauncherState;
import java.time.Duration;
import java.util.Locale;

/** What stands on the screen when TraitGate is ready: where it is, and what to try first. */
final class Welcome {
    private Welcome() {}

    static String text(LauncherState state, Credentials credentials, Duration taken) {
        return String.format(
                Locale.ROOT, """

                TraitGate is ready after %.1f s.

                  API       %s
                  API key   %s (its secret is in .traitgate/credentials.json)
                  Admin     %s (its token is in .traitgate/console.json)

                Try it:

                  ./traitgate enroll face examples/obama-2009.jpg --user-id demo
                """, taken.toMillis() / 1000.0, state.url(), credentials.apiKey(), state.console());
    }
}
