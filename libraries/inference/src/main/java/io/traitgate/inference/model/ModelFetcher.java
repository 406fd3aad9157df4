package io.traitgate.inference.model;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches a remote model file. */
@FunctionalInterface
public interface ModelFetcher {
    /** No model of ours is near this; a server that sends without end is cut off here. */
    long MAX_BYTES = 512L << 20;

    /** The bytes at the address, which nobody trusts before their checksum was found right. */
    byte[] fetch(URI uri) throws IOException, InterruptedException;

    /** Fetches with a client of the caller's making; an answer other than 200 is an {@link IOException}. */
    static ModelFetcher with(HttpClient client) {
        return uri -> {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).build();
            var response = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
            if (response.statusCode() != 200) {
                throw new IOException("HTTP status " + response.statusCode() + " from " + uri.getHost());
            }
            return response.body();
        };
    }

    /** Fetches with the system's trust store; redirects are followed as long as they stay on HTTPS. */
    static ModelFetcher overHttps() {
        return uri -> {
            try (var client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(20))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                return with(client).fetch(uri);
            }
        };
    }
}
