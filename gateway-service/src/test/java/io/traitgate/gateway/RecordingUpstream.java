package io.traitgate.gateway;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Stands behind the gateway: records what arrives and answers what it is told to. */
@Singleton
public class RecordingUpstream {

    static final String SESSION =
            "{\"session\":\"0123456789012345678901234567890123456789\",\"face\":0,\"voice\":0,\"behaviour\":0}";
    private static final String TOKEN = "{\"token\":\"1-5-9\"}";

    private final Vertx vertx;
    private final int port;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Consumer<HttpServerResponse>> answers = new ConcurrentLinkedQueue<>();
    private volatile @Nullable HttpServer server;

    RecordingUpstream(Vertx vertx, @ConfigProperty(name = "test.upstream.port") int port) {
        this.vertx = vertx;
        this.port = port;
    }

    void start(@Observes StartupEvent event) {
        open();
    }

    void open() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @PreDestroy
    void close() {
        Objects.requireNonNull(server)
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void clear() {
        received.clear();
        answers.clear();
    }

    /** How the next request is answered. */
    void next(Consumer<HttpServerResponse> answer) {
        answers.add(answer);
    }

    /** The next request is answered with this. */
    void next(int status, String contentType, String body) {
        next(response -> response.setStatusCode(status)
                .setStatusMessage("Whatever")
                .putHeader("Content-Type", contentType)
                .putHeader("Server", "leaky/1.0")
                .end(body));
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    Received only() {
        List<Received> all = received();
        if (all.size() != 1) {
            throw new AssertionError("upstream received " + all.size() + " requests");
        }
        return all.getFirst();
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        received.add(new Received(
                request.method().name(),
                request.uri(),
                headers,
                body.getBytes(),
                request.remoteAddress().port()));
        Consumer<HttpServerResponse> answer = answers.poll();
        if (answer != null) {
            answer.accept(request.response());
            return;
        }
        request.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(request.path().equals("/v1/face/token") ? TOKEN : SESSION);
    }

    /**
     * A request that the gateway let through.
     *
     * @param headers names in lower case
     * @param connection the gateway's end of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(String method, String uri, Map<String, String> headers, byte[] body, int connection) {}
}
