package io.traitgate.client.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.client.Exchange;
import io.traitgate.client.HttpExchanges;
import io.traitgate.client.Json;
import io.traitgate.client.UnreachableException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Manages applications and key pairs through the console, and reads the event log.
 *
 * <p>Every method blocks, and throws {@link AdminCallException} for a refusal and {@link UnreachableException} if no
 * answer came. A new, rotated or revoked key reaches the gateway through a topic, so it counts a moment later.
 */
public final class AdminClient {
    private final AdminAccess access;
    private final HttpExchanges exchanges;

    /** A client with connections of its own. */
    public AdminClient(AdminAccess access) {
        this(access, HttpExchanges.unobserved());
    }

    /** A client over these exchanges. */
    public AdminClient(AdminAccess access, HttpExchanges exchanges) {
        this.access = access;
        this.exchanges = exchanges;
    }

    /**
     * Makes an application with a random key pair.
     *
     * @param permissions names; empty for all
     */
    public IssuedKey createApplication(String name, List<String> permissions) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        if (!permissions.isEmpty()) {
            request.put("permissions", permissions);
        }
        return issued("/admin/applications", request);
    }

    /** Makes an application, or a further key of one, from a pair that exists. */
    public IssuedKey importPair(String name, String apiKey, String secret, List<String> permissions) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        request.put("apiKey", apiKey);
        request.put("secret", secret);
        if (!permissions.isEmpty()) {
            request.put("permissions", permissions);
        }
        return issued("/admin/applications/import", request);
    }

    /** All applications. */
    public List<Application> applications() {
        Exchange exchange = call("GET", "/admin/applications", null);
        return List.of(read(Json.tree(exchange.body()).path("applications"), Application[].class));
    }

    /** Makes a successor of a key; both are good for the overlap. */
    public IssuedKey rotateKey(String apiKey, Duration overlap) {
        return issued("/admin/keys/" + encode(apiKey) + "/rotate", Map.of("overlap", overlap.toString()));
    }

    /** Ends a key at once. */
    public void revokeKey(String apiKey) {
        call("DELETE", "/admin/keys/" + encode(apiKey), null);
    }

    /** Puts these settings of an application in the place of all it had; what is not among them has its default. */
    public void changeSettings(String application, Map<String, Object> settings) {
        call(
                "PUT",
                "/admin/applications/" + encode(application) + "/settings",
                Json.write(Map.of("settings", settings)));
    }

    /**
     * A piece of the event log.
     *
     * @param application only its events; null for all
     * @param after the {@link EventPage#next()} of the piece before; null for the newest events
     * @param limit at most so many, 1 to 500
     */
    public EventPage events(@Nullable String application, @Nullable String after, int limit) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", Integer.toString(limit));
        if (application != null) {
            query.put("application", application);
        }
        if (after != null) {
            query.put("after", after);
        }
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return read(Json.tree(call("GET", "/admin/events?" + text, null).body()), EventPage.class);
    }

    /** Orders a user's erasure, which goes on without the caller. */
    public ErasureState eraseUser(String application, String user) {
        return read(aboutUser(application, "erase", user), ErasureState.class);
    }

    /**
     * How far an erasure has come.
     *
     * @param person as {@link #eraseUser} told it
     */
    public ErasureState erasure(String application, String person) {
        String path = "/admin/applications/" + encode(application) + "/erasures/" + encode(person);
        return read(Json.tree(call("GET", path, null).body()), ErasureState.class);
    }

    /** What is held of a user: how much, how old, of what kind. A service that does not answer is said to. */
    public JsonNode showUser(String application, String user) {
        return aboutUser(application, "show", user);
    }

    /** Everything that is held of a user, samples, templates and events in the clear. */
    public JsonNode exportUser(String application, String user) {
        return aboutUser(application, "export", user);
    }

    private JsonNode aboutUser(String application, String what, String user) {
        String path = "/admin/applications/" + encode(application) + "/users/" + what;
        return Json.tree(call("POST", path, Json.write(Map.of("userId", user))).body());
    }

    /** The event of a call, if it has arrived in the log. */
    public Optional<JsonNode> eventOf(String requestId) {
        String path = "/admin/events?limit=1&request=" + encode(requestId);
        return read(Json.tree(call("GET", path, null).body()), EventPage.class).events().stream()
                .findFirst();
    }

    /** What was sent in the call of an event, as far as it is kept; refused with 404 if nothing is. */
    public List<SentMedia> media(String event) {
        Exchange exchange = call("GET", "/admin/events/" + encode(event) + "/media", null);
        return List.of(read(Json.tree(exchange.body()).path("media"), SentMedia[].class));
    }

    private IssuedKey issued(String path, Map<String, Object> request) {
        return read(Json.tree(call("POST", path, Json.write(request)).body()), IssuedKey.class);
    }

    private Exchange call(String method, String path, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder().header("Authorization", "Bearer " + access.token());
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofByteArray(body));
        }
        Exchange exchange = exchanges.send(access.url(), path, request);
        if (exchange.status() / 100 != 2) {
            throw new AdminCallException(exchange.status(), detail(exchange));
        }
        return exchange;
    }

    private <T> T read(JsonNode tree, Class<T> type) {
        try {
            return Json.read(tree.toString(), type);
        } catch (UncheckedIOException other) {
            throw UnreachableException.ofAnotherServer(access.url(), other);
        }
    }

    private static String detail(Exchange exchange) {
        JsonNode detail = Json.tree(exchange.body()).path("detail");
        return detail.isTextual() ? detail.textValue() : "The console answered " + exchange.status();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
