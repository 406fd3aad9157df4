package io.traitgate.client.cli;

import io.traitgate.client.ApiCallException;
import io.traitgate.client.Credentials;
import io.traitgate.client.Json;
import io.traitgate.client.TraitGateClient;
import io.traitgate.client.UnreachableException;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.IssuedKey;
import io.traitgate.contract.session.SessionRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A command that gives a key pair: it ends when the pair works. The gateway learns of a key through a topic, so for a
 * moment a good pair is refused.
 */
abstract class KeyCommand extends AdminCommand {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final SessionRequest TRIAL =
            new SessionRequest("start-check", "traitgate command line", "check", null, null, null);

    @Option(
            names = "--api-url",
            paramLabel = "URL",
            description = "Where the new pair is tried. Else TRAITGATE_API_URL, else the installation found here.")
    private @Nullable URI url;

    KeyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Asks the console for the key. */
    abstract IssuedKey issue(AdminClient console);

    /** The secret that goes with the key. */
    abstract String secretOf(IssuedKey issued);

    @Override
    final ExitCode run(Report report, AdminClient console) {
        IssuedKey issued = issue(console);
        if (!json()) {
            tell(issued);
        }
        Optional<URI> api = url == null ? new ApiOptions().url(surroundings()) : Optional.of(url);
        boolean works = api.isPresent() && becomesGood(new Credentials(api.get(), issued.apiKey(), secretOf(issued)));
        if (json()) {
            terminal().out().println(Json.text(forPrograms(issued, works)));
        } else if (api.isEmpty()) {
            terminal().line("Not tried, since no API is known here: --api-url names one.");
        }
        return works || api.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tell(IssuedKey issued) {
        terminal().line("application  " + issued.application().name());
        terminal().line("API key      " + issued.apiKey());
        if (issued.secret() != null) {
            terminal()
                    .line("secret       " + issued.secret() + "  " + terminal().faint("(shown this once)"));
        }
        terminal().line("permissions  " + String.join(", ", issued.permissions()));
        if (issued.replaces() != null) {
            terminal()
                    .line("replaces     " + issued.replaces() + ", which is good until " + issued.replacedValidUntil());
        }
    }

    private boolean becomesGood(Credentials pair) {
        TraitGateClient client = new TraitGateClient(pair);
        Instant start = surroundings().clock().instant();
        String obstacle = obstacle(client);
        while (!obstacle.isEmpty() && since(start).compareTo(LONGEST_WAIT) < 0) {
            if (!json()) {
                terminal()
                        .forNow("waiting until the gateway knows the key  " + EnrollFaceCommand.seconds(since(start)));
            }
            if (!surroundings().pause().wait(LOOK_AGAIN)) {
                return false;
            }
            obstacle = obstacle(client);
        }
        if (!obstacle.isEmpty()) {
            terminal()
                    .problem("The pair does not work at " + pair.url() + " after "
                            + EnrollFaceCommand.seconds(since(start)) + ": " + obstacle);
            return false;
        }
        if (!json()) {
            terminal()
                    .line(terminal().good("works") + ": a signed session call at " + pair.url() + " was answered 200");
        }
        return true;
    }

    /** What a trial call ended in; empty if it was answered with 200. */
    private static String obstacle(TraitGateClient client) {
        try {
            client.openSession(TRIAL);
            return "";
        } catch (ApiCallException refusal) {
            return refusal.status() + " " + refusal.getMessage();
        } catch (UnreachableException away) {
            return String.valueOf(away.getMessage());
        }
    }

    private Map<String, Object> forPrograms(IssuedKey issued, boolean works) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("application", issued.application());
        object.put("apiKey", issued.apiKey());
        if (issued.secret() != null) {
            object.put("secret", issued.secret());
        }
        object.put("permissions", issued.permissions());
        if (issued.replaces() != null) {
            object.put("replaces", issued.replaces());
            object.put("replacedValidUntil", String.valueOf(issued.replacedValidUntil()));
        }
        object.put("works", works);
        return object;
    }

    private Duration since(Instant start) {
        return Duration.between(start, surroundings().clock().instant());
    }
}
