package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.ApiCallException;
import io.traitgate.client.Exchange;
import io.traitgate.client.Json;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ErrorItem;
import io.traitgate.contract.http.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a call brought: to a person in lines, or to a program as one JSON object. */
final class Report {
    private static final int STATUS_COLUMN = 24;

    private final Terminal terminal;
    private final boolean json;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private @Nullable Exchange last;

    Report(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Notes an exchange, to be told by one of the others. */
    void note(Exchange exchange) {
        last = exchange;
    }

    /** Tells that the last exchange happened, without its answer: it was only on the way. */
    void step() {
        if (!json) {
            noted().map(this::head).ifPresent(terminal::line);
        }
    }

    /** Tells the last exchange with its answer; for programs it waits for {@link #end}. */
    void answer() {
        if (json) {
            return;
        }
        step();
        noted().ifPresent(exchange -> {
            JsonNode answer = Json.tree(exchange.body());
            int width = answer.properties().stream()
                    .mapToInt(field -> field.getKey().length())
                    .max()
                    .orElse(0);
            for (Entry<String, JsonNode> field : answer.properties()) {
                terminal.line("  " + padded(field.getKey(), width) + "  " + text(field.getValue()));
            }
        });
    }

    /** Tells a person something about the answer. */
    void remark(String text) {
        if (!json) {
            terminal.line(text);
        }
    }

    /** Adds something to what programs are told in the end. */
    void add(String name, Object value) {
        more.put(name, value);
    }

    /** Ends a report for programs: the last answered exchange, and what was found out besides. */
    void end(Exchange exchange, Map<String, ?> besides) {
        if (json) {
            print(exchange, besides);
        }
    }

    /** The last exchange, for {@link #end}. */
    Exchange told() {
        return noted().orElseThrow();
    }

    /** Tells that the API refused the last call, with its advice. */
    void refusal(ApiCallException refusal) {
        noted().ifPresent(exchange -> {
            if (json) {
                print(exchange, Map.of());
                return;
            }
            terminal.problem(head(exchange));
            for (ErrorItem error : refusal.errors()) {
                terminal.problem(String.format("  %3d  %s", error.code(), terminal.bad(error.description())));
                advice(refusal.status(), error).ifPresent(advice -> terminal.problem("       " + advice));
            }
            if (exchange.requestId() != null) {
                terminal.problem(terminal.faint("  request id " + exchange.requestId()));
            }
        });
    }

    private Optional<Exchange> noted() {
        return Optional.ofNullable(last);
    }

    private String head(Exchange exchange) {
        String status = exchange.status() + " " + Status.reasonPhrase(exchange.status());
        return terminal.strong(padded(exchange.method() + ' ' + exchange.path(), STATUS_COLUMN)) + ' '
                + (exchange.status() == 200 ? terminal.good(status) : terminal.bad(status)) + "  "
                + terminal.faint(exchange.elapsed().toMillis() + " ms");
    }

    private void print(Exchange exchange, Map<String, ?> besides) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("endpoint", exchange.path());
        object.put("status", exchange.status());
        object.put("milliseconds", exchange.elapsed().toMillis());
        if (exchange.requestId() != null) {
            object.put("requestId", exchange.requestId());
        }
        object.put("answer", Json.tree(exchange.body()));
        object.putAll(besides);
        object.putAll(more);
        terminal.out().println(Json.text(object));
    }

    private static Optional<String> advice(int status, ErrorItem error) {
        return Arrays.stream(ApiError.values())
                .filter(known -> known.code() == error.code()
                        && known.status() == status
                        && error.description().startsWith(known.description()))
                .map(ApiError::action)
                .findFirst();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String padded(String text, int width) {
        return String.format("%-" + Math.max(width, 1) + "s", text);
    }
}
