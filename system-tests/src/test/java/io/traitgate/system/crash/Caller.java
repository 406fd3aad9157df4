package io.traitgate.system.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.traitgate.client.Credentials;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;

/** Signs calls and judges whether what comes back is an answer of the contract. */
final class Caller {
    /** What the old Android client waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Credentials credentials;

    Caller(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Calls, with these bytes exactly. */
    Call call(Route route, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(credentials.url() + route.path()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(Headers.API_KEY, credentials.apiKey())
                .header(Headers.API_SIGNATURE, RequestSigner.sign(credentials.secret(), "POST", route.path(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        long started = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            long ended = System.nanoTime();
            try {
                JsonNode answer = mapper.readTree(response.body());
                return new Call(route, started, ended, response.statusCode(), answer, problem(response, answer));
            } catch (JsonProcessingException e) {
                return new Call(
                        route,
                        started,
                        ended,
                        response.statusCode(),
                        MissingNode.getInstance(),
                        "no JSON: " + response.body());
            }
        } catch (IOException e) {
            return unanswered(route, started, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unanswered(route, started, e);
        }
    }

    private static Call unanswered(Route route, long started, Exception reason) {
        return new Call(route, started, System.nanoTime(), 0, MissingNode.getInstance(), reason.toString());
    }

    private static String problem(HttpResponse<?> response, JsonNode answer) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            return "type " + type;
        }
        if (!answer.isObject()) {
            return "no JSON object";
        }
        return response.statusCode() == 200 || isOfTheCatalogue(response.statusCode(), answer)
                ? ""
                : "unknown refusal " + response.statusCode() + " " + answer;
    }

    private static boolean isOfTheCatalogue(int status, JsonNode answer) {
        JsonNode first = answer.path("errors").path(0);
        return !answer.path("error").asText().isEmpty()
                && Arrays.stream(ApiError.values())
                        .anyMatch(error -> error.status() == status
                                && error.code() == first.path("code").asInt());
    }
}
