package io.traitgate.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.Credentials;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which API to call and as whom. Each value is taken from its option, else from the environment, else from the
 * installation found here; a key and its secret always from the same place.
 */
final class ApiOptions {
    @Option(
            names = "--api-url",
            paramLabel = "URL",
            description = "Where the API is. Else TRAITGATE_API_URL, else the installation found here.")
    private @Nullable URI url;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "The key to sign with. Else TRAITGATE_API_KEY, else the installation found here.")
    private @Nullable String apiKey;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            arity = "0..1",
            interactive = true,
            description = "Its secret; asked for if none follows. Better TRAITGATE_SECRET, which others cannot see.")
    private @Nullable String secret;

    /** The API and the key pair. */
    Credentials credentials(Surroundings surroundings) {
        URI where = url(surroundings)
                .orElseThrow(() -> new WrongUseException(
                        "Which API? Start one with ./traitgate up, or give --api-url, --api-key and --secret."));
        Map<String, String> variables = surroundings.variables();
        String key = apiKey == null ? variables.get("TRAITGATE_API_KEY") : apiKey;
        String itsSecret = secret == null ? variables.get("TRAITGATE_SECRET") : secret;
        if (key == null && itsSecret == null) {
            return new Installation(surroundings)
                    .credentials()
                    .map(file -> new Credentials(where, text(file, "apiKey"), text(file, "secret")))
                    .orElseThrow(() -> new WrongUseException("Which key pair? Give --api-key and --secret."));
        }
        if (key == null || itsSecret == null || itsSecret.isEmpty()) {
            throw new WrongUseException("A key and its secret go together: give --api-key and --secret.");
        }
        return new Credentials(where, key, itsSecret);
    }

    /** The API; empty if nothing says where one is. */
    Optional<URI> url(Surroundings surroundings) {
        if (url != null) {
            return Optional.of(url);
        }
        String variable = surroundings.variables().get("TRAITGATE_API_URL");
        if (variable != null) {
            return Optional.of(address(variable));
        }
        return new Installation(surroundings).credentials().map(file -> address(text(file, "url")));
    }

    /** Whether the key pair is that of the installation found here, so that a user to try things with is at hand. */
    boolean ofTheInstallation(Surroundings surroundings) {
        return apiKey == null && !surroundings.variables().containsKey("TRAITGATE_API_KEY");
    }

    static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        throw new WrongUseException("'" + text + "' is no address such as http://localhost:8080");
    }

    private static String text(JsonNode file, String field) {
        return Optional.ofNullable(file.path(field).textValue())
                .orElseThrow(() -> new WrongUseException("credentials.json has no field " + field));
    }
}
