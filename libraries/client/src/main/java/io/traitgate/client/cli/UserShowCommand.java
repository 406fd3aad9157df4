package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.admin.AdminClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code ./traitgate user show}. */
@Command(name = "show", description = "Show what is held of a user: how much, how old, of what kind.")
final class UserShowCommand extends PersonCommand {
    private static final Set<String> NO_SERVICES = Set.of("application", "person", "erasure", "console");

    UserShowCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Report report, AdminClient console) {
        JsonNode held = console.showUser(application(), user());
        if (json()) {
            terminal().out().println(held);
            return ExitCode.DONE;
        }
        line("person", held.path("person").asText());
        for (Entry<String, JsonNode> service : held.properties()) {
            if (!NO_SERVICES.contains(service.getKey())) {
                line(service.getKey(), told(service.getValue()));
            }
        }
        line("console", held.path("console").path("events") + " events");
        line("erasure", erasure(held.path("erasure")));
        return ExitCode.DONE;
    }

    private void line(String name, String text) {
        terminal().line(String.format("%-12s %s", name, text));
    }

    private String told(JsonNode service) {
        if (service.has("unreachable")) {
            return terminal().bad(service.path("unreachable").asText());
        }
        List<String> parts = new ArrayList<>();
        if (service.has("status")) {
            parts.add("status " + service.path("status"));
        }
        JsonNode template = service.path("template");
        if (template.isObject()) {
            parts.add("template " + template.path("version") + " of "
                    + template.path("model").asText() + ", " + template.path("samples") + " samples from "
                    + template.path("oldest").asText() + " to "
                    + template.path("newest").asText());
        }
        if (service.has("keptSamples")) {
            parts.add(service.path("keptSamples").path("count") + " samples kept");
        }
        if (service.has("pending")) {
            parts.add(service.path("pending") + " pending");
        }
        if (service.has("sessions")) {
            parts.add(service.path("sessions").path("count") + " open sessions");
        }
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    private String erasure(JsonNode state) {
        if (!state.isObject()) {
            return "never ordered";
        }
        String text =
                state.path("erasure") + ", ordered " + state.path("orderedAt").asText();
        if (state.path("complete").asBoolean()) {
            return text + ", " + terminal().good("complete");
        }
        List<String> missing = new ArrayList<>();
        state.path("services").forEach(service -> {
            if (!service.hasNonNull("confirmedAt")) {
                missing.add(service.path("name").asText());
            }
        });
        return text + ", " + terminal().bad("not confirmed by " + String.join(", ", missing));
    }
}
