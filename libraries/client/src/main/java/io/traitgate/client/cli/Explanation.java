package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** An event of the console, told to a person: what was decided, and why. */
final class Explanation {
    private static final String LINE = "  %-10s  %s";

    private final JsonNode event;
    private final Terminal terminal;

    Explanation(JsonNode event, Terminal terminal) {
        this.event = event;
        this.terminal = terminal;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.strong("Why") + "  "
                + terminal.faint(event.path("requestId").asText()));
        for (JsonNode item : event.path("items")) {
            item(item, lines);
        }
        event.path("reasons").forEach(reason -> lines.add(LINE.formatted("because", reason.asText())));
        if (event.path("storedAnswer").asBoolean()) {
            lines.add(LINE.formatted("answer", "that of an earlier call with the same bytes"));
        }
        if (event.path("budgetLeft").isNumber()) {
            lines.add(LINE.formatted("attempts", event.path("budgetLeft") + " failures left before a wait"));
        }
        pairs("models", event.path("models"), lines);
        pairs("took, ms", event.path("timings"), lines);
        return lines;
    }

    private void item(JsonNode item, List<String> lines) {
        String name = item.path("field").asText() + '[' + item.path("index") + ']';
        boolean refused = item.path("code").isNumber();
        lines.add(LINE.formatted(
                name,
                refused
                        ? terminal.bad("refused, code " + item.path("code"))
                                + ' '
                                + item.path("why").asText()
                                + limit(item)
                        : terminal.good("accepted")));
        pairs("", item.path("measures"), lines);
    }

    private static String limit(JsonNode item) {
        JsonNode failed = item.path("failed");
        if (failed.isMissingNode()) {
            return "";
        }
        String measure = failed.path("measure").asText();
        return ": %s is %s, %s %s"
                .formatted(
                        measure,
                        item.path("measures").path(measure).asText(),
                        failed.path("least").asBoolean() ? "and must be at least" : "and may be at most",
                        failed.path("limit").asText());
    }

    private static void pairs(String title, JsonNode object, List<String> lines) {
        StringJoiner text = new StringJoiner("  ");
        object.properties()
                .forEach(pair -> text.add(pair.getKey() + ' ' + pair.getValue().asText()));
        if (text.length() > 0) {
            lines.add(LINE.formatted(title, text));
        }
    }
}
