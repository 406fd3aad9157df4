package io.traitgate.gateway.path;

import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.SignaturePaths;
import io.traitgate.gateway.HttpSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path prefixes under which the API is reachable from outside, such as {@code /gw}: a proxy in front may strip
 * them or not, and clients may sign them or not.
 */
@Singleton
public final class ExternalPrefixes {

    private final List<String> prefixes;

    ExternalPrefixes(HttpSettings settings) {
        this.prefixes = settings.externalPrefixes().orElse(List.of()).stream()
                .map(ExternalPrefixes::checked)
                .toList();
    }

    /** In lower case, with a leading slash and without a trailing one. */
    public List<String> all() {
        return prefixes;
    }

    /** The route of a raw path, with or without one of the prefixes. */
    public Optional<Route> route(String rawPath) {
        return SignaturePaths.decode(rawPath).flatMap(this::routeOfDecoded);
    }

    private Optional<Route> routeOfDecoded(String path) {
        return Route.of(path)
                .or(() -> prefixes.stream()
                        .filter(prefix -> path.toLowerCase(Locale.ROOT).startsWith(prefix + "/"))
                        .findFirst()
                        .flatMap(prefix -> Route.of(path.substring(prefix.length()))));
    }

    private static String checked(String prefix) {
        if (!prefix.startsWith("/") || prefix.endsWith("/")) {
            throw new IllegalArgumentException(
                    "traitgate.http.external-prefixes: " + prefix + " must start with a slash and not end with one");
        }
        return prefix.toLowerCase(Locale.ROOT);
    }
}
