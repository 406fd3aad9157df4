package io.traitgate.client;

import io.traitgate.contract.http.Headers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Sends requests and reports each exchange; knows nothing of signatures and tokens. */
public final class HttpExchanges {
    /** Longer than the 8 s in which every call is answered. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final InstantSource clock;
    private final Consumer<Exchange> observer;

    /**
     * Over a connection pool of their own.
     *
     * @param observer is told every exchange before its caller gets the answer
     */
    public HttpExchanges(InstantSource clock, Consumer<Exchange> observer) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.clock = clock;
        this.observer = observer;
    }

    /** Exchanges that nobody watches. */
    public static HttpExchanges unobserved() {
        return new HttpExchanges(InstantSource.system(), exchange -> {});
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param base where the server is
     * @param path appended to the base, with query if there is one
     * @param request the rest of the request
     * @throws UnreachableException if no answer came
     */
    public Exchange send(URI base, String path, HttpRequest.Builder request) {
        HttpRequest complete = request.uri(URI.create(withoutSlash(base) + path))
                .timeout(TIMEOUT)
                .build();
        Instant start = clock.instant();
        HttpResponse<String> response = send(base, complete);
        Exchange exchange = new Exchange(
                complete.method(),
                path,
                response.statusCode(),
                Duration.between(start, clock.instant()),
                response.headers().firstValue(Headers.REQUEST_ID).orElse(null),
                response.body());
        observer.accept(exchange);
        return exchange;
    }

    private HttpResponse<String> send(URI base, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException refused) {
            throw new UnreachableException("Nothing answers at " + base, refused);
        } catch (HttpTimeoutException late) {
            throw new UnreachableException(base + " did not answer within " + TIMEOUT.toSeconds() + " s", late);
        } catch (IOException broken) {
            throw new UnreachableException("The connection to " + base + " broke: " + broken.getMessage(), broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted while waiting for " + base, stopping);
        }
    }

    private static String withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
