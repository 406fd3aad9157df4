package io.traitgate.gateway;

import io.traitgate.contract.http.Headers;
import io.traitgate.contract.signature.RequestSigner;
import io.traitgate.gateway.body.ByteBudget;
import io.traitgate.gateway.http.PublicServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A client of the public port that signs with the pair {@code test} / {@code secret}. */
@Singleton
public class PublicPort {

    static final String KEY = "test";
    static final String SECRET = "secret";
    static final String BODY = "{\"userId\":\"user\",\"device\":\"device\",\"system\":\"system\"}";

    private final PublicServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final ByteBudget budget;

    PublicPort(PublicServer server, ByteBudget budget) {
        this.server = server;
        this.budget = budget;
    }

    /** Memory that bodies hold now. */
    long bodyBytes() {
        return budget.used();
    }

    int number() {
        return server.port();
    }

    /** Posts a body with a right signature. */
    HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a body with a right signature. */
    HttpResponse<String> post(String path, byte[] body) {
        return post(path, KEY, RequestSigner.sign(SECRET, "POST", path, body), body);
    }

    /** Posts a body with a given signature. */
    HttpResponse<String> post(String path, String key, String signature, byte[] body) {
        return send(
                "POST",
                path,
                Map.of(Headers.API_KEY, key, Headers.API_SIGNATURE, signature),
                BodyPublishers.ofByteArray(body));
    }

    /** Sends anything. */
    HttpResponse<String> send(String method, String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a connection to be written to by hand. */
    RawConnection connect() {
        return new RawConnection(server.port());
    }
}
