package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.admin.AdminAccess;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which console to ask. Its token comes from the environment or the installation, never from an option. */
final class AdminOptions {
    @Option(
            names = "--admin-url",
            paramLabel = "URL",
            description = "Where the console is. Else TRAITGATE_ADMIN_URL, else the installation found here. The token "
                    + "is taken from TRAITGATE_ADMIN_TOKEN, else from there.")
    private @Nullable String url;

    AdminAccess access(Surroundings surroundings) {
        Map<String, String> variables = surroundings.variables();
        Optional<JsonNode> file = new Installation(surroundings).console();
        String where = Optional.ofNullable(url)
                .or(() -> Optional.ofNullable(variables.get("TRAITGATE_ADMIN_URL")))
                .or(() -> file.map(found -> found.path("url").textValue()))
                .orElseThrow(() -> new WrongUseException(
                        "Which console? Start one with ./traitgate up, or set TRAITGATE_ADMIN_URL and "
                                + "TRAITGATE_ADMIN_TOKEN."));
        String token = Optional.ofNullable(variables.get("TRAITGATE_ADMIN_TOKEN"))
                .or(() -> file.map(found -> found.path("token").textValue()))
                .orElseThrow(() -> new WrongUseException("With which token? Set TRAITGATE_ADMIN_TOKEN."));
        return new AdminAccess(ApiOptions.address(where), token);
    }
}
