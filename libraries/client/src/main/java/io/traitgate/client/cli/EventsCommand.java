package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.EventPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./traitgate events}. */
@Command(name = "events", description = "Show what was asked and answered, oldest first. With --json a line an event.")
final class EventsCommand extends AdminCommand {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Option(names = "--follow", description = "Go on with what happens, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--application", paramLabel = "ID", description = "Only the events of this application.")
    private @Nullable String application;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many of the newest events to begin with, 1 to 500; ${DEFAULT-VALUE} by default.")
    private int limit;

    EventsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        EventPage page = console.events(application, null, limit);
        page.events().forEach(this::print);
        while (follow && surroundings().pause().wait(LOOK_AGAIN)) {
            page = console.events(application, page.next(), limit);
            page.events().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(JsonNode event) {
        terminal().out().println(json() ? event.toString() : line(event));
    }

    private String line(JsonNode event) {
        int status = event.path("status").asInt();
        List<String> parts = new ArrayList<>();
        parts.add(terminal().faint(event.path("time").asText()));
        parts.add(event.path("application").asText());
        parts.add(event.path("route").asText());
        parts.add(status == 200 ? terminal().good("200") : terminal().bad(Integer.toString(status)));
        event.path("codes").forEach(code -> parts.add("code " + code));
        JsonNode score = event.path("answer").path("score");
        if (score.isNumber()) {
            parts.add("score " + score);
        }
        if (event.path("userId").isTextual()) {
            parts.add("user " + event.path("userId").textValue());
        }
        event.path("reasons").forEach(reason -> parts.add(reason.asText()));
        parts.add(terminal().faint(event.path("requestId").asText()));
        return String.join("  ", parts);
    }
}
