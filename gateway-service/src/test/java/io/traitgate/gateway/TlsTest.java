package io.traitgate.gateway;

import static io.traitgate.gateway.Errors.assertBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.signature.RequestSigner;
import io.traitgate.gateway.metric.GatewayMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS, and HTTP/2 over it. */
@QuarkusTest
@QuarkusTestResource(value = SelfSigned.class, restrictToAnnotatedClass = true)
class TlsTest extends GatewayTest {

    private static final byte[] BODY = PublicPort.BODY.getBytes(StandardCharsets.UTF_8);

    @Inject
    Vertx vertx;

    @Inject
    GatewayMetrics metrics;

    @Inject
    MeterRegistry registry;

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    @DisplayName("W-027 lower-case header names of HTTP/2 are read")
    void answersOverTls(HttpVersion version) throws Exception {
        Exchange exchange = post(version, "/v1/sessions", PublicPort.KEY, BODY);

        assertThat(exchange.response().version()).isEqualTo(version);
        assertThat(exchange.response().statusCode()).isEqualTo(200);
        assertThat(exchange.body()).isEqualTo(RecordingUpstream.SESSION);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void refusesOverTls(HttpVersion version) throws Exception {
        Exchange unknown = post(version, "/v1/sessions", "nobody", BODY);
        Exchange tooBig = post(version, "/v1/sessions", PublicPort.KEY, new byte[200_000]);

        assertThat(unknown.response().statusCode()).isEqualTo(401);
        assertBody(unknown.body(), ApiError.INVALID_KEY_OR_SIGNATURE);
        assertThat(tooBig.response().statusCode()).isEqualTo(400);
        assertBody(tooBig.body(), ApiError.REQUEST_TOO_BIG);
    }

    @Test
    void answersConnectWithoutAPath() throws Exception {
        HttpClient client = client(HttpVersion.HTTP_2);
        try {
            int status = client.request(HttpMethod.CONNECT, gateway.number(), "127.0.0.1", "/")
                    .compose(HttpClientRequest::connect)
                    .map(HttpClientResponse::statusCode)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(status).isEqualTo(404);
        } finally {
            client.close();
        }
        await(() -> metrics.running() == 0);
    }

    @Test
    void abandonsAnUploadThatIsReset() throws Exception {
        double before = abandoned();
        HttpClient client = client(HttpVersion.HTTP_2);
        try {
            client.request(HttpMethod.POST, gateway.number(), "127.0.0.1", "/v1/sessions")
                    .compose(request -> {
                        request.putHeader(Headers.API_KEY, PublicPort.KEY)
                                .putHeader(
                                        Headers.API_SIGNATURE,
                                        RequestSigner.sign(PublicPort.SECRET, "POST", "/v1/sessions", BODY))
                                .putHeader("Content-Length", Integer.toString(BODY.length));
                        return request.write(Buffer.buffer("{")).onSuccess(sent -> request.reset());
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            await(() -> abandoned() == before + 1);
        } finally {
            client.close();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private double abandoned() {
        return registry.counter("traitgate.gateway.abandoned", "route", "/v1/sessions")
                .count();
    }

    private HttpClient client(HttpVersion version) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setUseAlpn(true)
                .setProtocolVersion(version));
    }

    @Test
    void doesNotSpeakWithoutTls() {
        try (RawConnection connection = gateway.connect()) {
            connection.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");

            assertThat(connection.isClosed()).isTrue();
        }
    }

    private Exchange post(HttpVersion version, String path, String key, byte[] body) throws Exception {
        HttpClient client = client(version);
        try {
            return client.request(HttpMethod.POST, gateway.number(), "127.0.0.1", path)
                    .compose(request -> request.putHeader(Headers.API_KEY, key)
                            .putHeader(Headers.API_SIGNATURE, RequestSigner.sign(PublicPort.SECRET, "POST", path, body))
                            .send(Buffer.buffer(body)))
                    .compose(response -> response.body().map(text -> new Exchange(response, text.toString())))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } finally {
            client.close();
        }
    }

    private record Exchange(HttpClientResponse response, String body) {}
}
