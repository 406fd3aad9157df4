package io.traitgate.local.demo;

import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Opens a session with a signed call through the front door: only when that is answered does TraitGate work. */
public final class SignedCheck {
    private static final byte[] BODY =
            "{\"userId\":\"start-check\",\"device\":\"traitgate\",\"system\":\"up\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;

    public SignedCheck(HttpClient http) {
        this.http = http;
    }

    /**
     * Calls until the answer is 200. A new key pair is on its way to the gateway through a topic for a moment, so a refusal is
     * no failure before the time is over.
     *
     * @throws DemoException if there is no such answer in time
     */
    public void await(Credentials credentials, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        String answer = call(credentials);
        while (!answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new DemoException(
                        "A signed call to " + credentials.url() + " is not answered with 200 but with " + answer);
            }
            Thread.sleep(PAUSE);
            answer = call(credentials);
        }
    }

    /** Empty for 200, otherwise what was answered. */
    private String call(Credentials credentials) throws InterruptedException {
        String path = Route.SESSIONS.path();
        HttpRequest request = HttpRequest.newBuilder(URI.create(credentials.url() + path))
                .timeout(TIMEOUT)
                .header(Headers.API_KEY, credentials.apiKey())
                .header(Headers.API_SIGNATURE, RequestSigner.sign(credentials.secret(), "POST", path, BODY))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(BODY))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? "" : response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return "no connection: " + e.getMessage();
        }
    }
}
