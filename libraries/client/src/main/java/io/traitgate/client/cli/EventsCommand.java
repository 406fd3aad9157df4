package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.admin.AdminClient;
import io.traitgate.client.admin.EventPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(names = "--request", paramLabel = "ID", description = "Only the event of the call with this request id.")
    private @Nullable String request;

    @Option(names = "--explain", description = "Tell of each event what was measured and why it was answered so.")
    private boolean explain;

    @Option(
            names = "--media",
            paramLabel = "DIR",
            description = "Write what was sent into this folder, where the console keeps it.")
    private @Nullable Path media;

    EventsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        if (request != null) {
            Optional<JsonNode> event = console.eventOf(request);
            event.ifPresent(found -> show(found, console));
            return event.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
        }
        EventPage page = console.events(application, null, limit);
        page.events().forEach(event -> show(event, console));
        while (follow && surroundings().pause().wait(LOOK_AGAIN)) {
            page = console.events(application, page.next(), limit);
            page.events().forEach(event -> show(event, console));
        }
        return ExitCode.DONE;
    }

    private void show(JsonNode event, AdminClient console) {
        terminal().out().println(json() ? event.toString() : line(event));
        if (explain && !json()) {
            new Explanation(event, terminal()).lines().forEach(terminal().out()::println);
        }
        if (media != null && !event.path("media").isEmpty()) {
            new MediaFolder(media, terminal())
                    .write(event, console.media(event.path("id").asText()));
        }
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
