package io.traitgate.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Makes the demo application through the console's admin API. If there is one already, it gets a new key pair. */
public final class DemoApplication {
    private static final String NAME = "demo";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String console;
    private final String token;

    /** @param token bearer token of the admin API */
    public DemoApplication(HttpClient http, String console, String token) {
        this.http = http;
        this.console = console;
        this.token = token;
    }

    /** A key pair, with the address of the API that it is for. */
    public Credentials issue(String url) throws InterruptedException {
        JsonNode issued = issue();
        return new Credentials(
                url, issued.path("apiKey").asText(), issued.path("secret").asText());
    }

    private JsonNode issue() throws InterruptedException {
        for (JsonNode application : call("GET", "/admin/applications", "").path("applications")) {
            for (JsonNode key : application.path("keys")) {
                if (application.path("id").asText().equals(NAME)
                        && key.path("state").asText().equals("active")) {
                    return call(
                            "POST", "/admin/keys/" + key.path("apiKey").asText() + "/rotate", "{\"overlap\":\"PT0S\"}");
                }
            }
        }
        return call("POST", "/admin/applications", "{\"name\":\"" + NAME + "\"}");
    }

    private JsonNode call(String method, String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new DemoException("The console answered " + response.statusCode() + " to " + method + " " + path
                        + ": " + JSON.readTree(response.body()).path("detail").asText());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new DemoException("The console does not answer at " + console + ": " + e.getMessage());
        }
    }
}
