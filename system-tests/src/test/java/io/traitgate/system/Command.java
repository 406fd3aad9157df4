package io.traitgate.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a call of {@code ./traitgate} left: its exit code and what it printed. */
public record Command(int exitCode, String output, String errors) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The output of a call with {@code --json}. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(output);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + this, e);
        }
    }
}
