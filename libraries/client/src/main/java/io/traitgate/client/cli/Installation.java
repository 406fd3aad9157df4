package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that {@code ./traitgate up} leaves for the command line, in the folder that {@code TRAITGATE_HOME} names, else
 * in {@code .traitgate} here or above.
 */
final class Installation {
    private final Surroundings surroundings;

    Installation(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Address and key pair of the demo application. */
    Optional<JsonNode> credentials() {
        return read("credentials.json");
    }

    /** Address and token of the console. */
    Optional<JsonNode> console() {
        return read("console.json");
    }

    private Optional<JsonNode> read(String name) {
        return places().map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(Installation::parse);
    }

    private Stream<Path> places() {
        String home = surroundings.variables().get("TRAITGATE_HOME");
        if (home != null && !home.isBlank()) {
            return Stream.of(Path.of(home));
        }
        return surroundings.folders().stream()
                .flatMap(folder -> Stream.iterate(folder, above -> above != null, Path::getParent))
                .map(folder -> folder.resolve(".traitgate"));
    }

    private static JsonNode parse(Path file) {
        try {
            JsonNode content = Json.tree(Files.readString(file));
            if (content.isObject()) {
                return content;
            }
            throw new WrongUseException(file + " holds no JSON object. ./traitgate up --fresh makes a new one.");
        } catch (IOException unreadable) {
            throw new WrongUseException("Cannot read " + file + ": " + unreadable.getMessage());
        }
    }
}
