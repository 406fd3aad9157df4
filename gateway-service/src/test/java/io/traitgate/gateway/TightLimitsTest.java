package io.traitgate.gateway;

import static io.traitgate.gateway.Errors.assertBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.signature.RequestSigner;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Overload, stalls and abuse, and the settings that differ from the defaults. */
@QuarkusTest
@TestProfile(TightLimits.class)
class TightLimitsTest extends GatewayTest {

    private static final byte[] BODY = PublicPort.BODY.getBytes(StandardCharsets.UTF_8);
    private static final String O5 = "AcAW/fMk6JBebBpqmZC9QAtUwx9OHTSgerMc3KPreRc=";
    private static final String O9 = "RnZa7z8FmjPkN2ROzELwFJmMAUGb0gchudjWNRPu+hU=";
    private static final String S1 = "{\"session\":\"s1\"}";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/score", "/gw/v1/score", "/GW/V1/Score", "/gw/v1/score/"})
    @DisplayName("W-013 a configured prefix may be signed, whether or not a proxy strips it")
    void acceptsASignedPrefix(String path) {
        pairs.publish("prefix", "secret");

        assertError(post(path, "prefix", O9, S1), ApiError.STORE_UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gw/v1/score", "/other/v1/score"})
    @DisplayName("W-014 the canonical path may be signed for a request under a prefix")
    void acceptsTheCanonicalPathUnderAPrefix(String path) {
        pairs.publish("canonical", "secret");

        assertError(post(path, "canonical", O5, S1), ApiError.STORE_UNREACHABLE);
        assertError(post("/third/v1/score", "canonical", O5, S1), ApiError.NOT_FOUND);
        assertError(post("/gwv1/score", "canonical", O5, S1), ApiError.NOT_FOUND);
    }

    @Test
    @DisplayName("W-020 the web scheme can be switched off")
    void refusesTheWebScheme() {
        String web =
                "{\"session\":\"s1\",\"mouseEvents\":[],\"keyUpDownEvents\":[{\"t\":1,\"key\":\"é\",\"dir\":1,\"ids\":[]}]}";
        String standard = "{\"userId\":\"Zoë Łukasz 日本 😀\",\"device\":\"d\",\"system\":\"s\"}";
        pairs.publish("standard", "secret");

        assertError(
                post("/v1/behavioural", "standard", "+SIEhWi02zFMNLwFwIwVZWi7ihFiHBgRW2QnSC2C1kc=", web),
                ApiError.INVALID_KEY_OR_SIGNATURE);
        assertError(
                post("/v1/sessions", "standard", "3KBOwx4bNjwp398C7L1HxHQksz3OxU/E32BY8M+UxXc=", standard),
                ApiError.INVALID_KEY_OR_SIGNATURE);
        assertThat(post("/v1/sessions", "standard", "g2nmDiMBn4hnQFJeuSaRaqLBLg39aOZCxDVpNaOCf1I=", standard)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("W-048 a service that does not answer is 500/170 in time")
    void answersAtTheDeadline() {
        upstream.next(response -> {});
        long start = System.nanoTime();

        assertError(gateway.post("/v1/sessions", BODY), ApiError.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofMillis(2_000));
        assertThat(gateway.post("/v1/sessions", BODY).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-048 half an answer is no answer")
    void answersAtTheDeadlineWhenAServiceStopsHalfway() {
        upstream.next(response -> response.setChunked(true)
                .putHeader("Content-Type", "application/json")
                .write("{\"session\":"));

        assertError(gateway.post("/v1/sessions", BODY), ApiError.TIMEOUT);
    }

    @Test
    void theDeadlineStartsWithTheLastByteOfTheBody() throws Exception {
        try (RawConnection connection = gateway.connect()) {
            connection.write(RawConnection.head("/v1/sessions", BODY) + "Content-Length: " + BODY.length + "\r\n\r\n");
            for (byte next : BODY) {
                connection.write(new byte[] {next});
                Thread.sleep(30);
            }

            assertThat(connection.read()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void closesAStalledUpload() {
        try (RawConnection connection = gateway.connect()) {
            long start = System.nanoTime();
            connection.write(RawConnection.head("/v1/sessions", BODY) + "Content-Length: " + BODY.length + "\r\n\r\n{");

            assertThat(connection.isClosed()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofMillis(3_000));
        }
        assertThat(upstream.received()).isEmpty();
    }

    @Test
    void closesAnUploadThatTrickles() throws Exception {
        try (RawConnection connection = gateway.connect()) {
            long start = System.nanoTime();
            connection.write(RawConnection.head("/v1/face/auth", BODY) + "Content-Length: 200000\r\n\r\n");
            Thread trickle = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 100; i++) {
                        connection.write(new byte[1]);
                        Thread.sleep(100);
                    }
                } catch (UncheckedIOException | InterruptedException expected) {
                    // The gateway closed the connection.
                }
            });

            assertThat(connection.isClosed()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(2_900), Duration.ofMillis(6_000));
            trickle.interrupt();
            trickle.join();
        }
        awaitUse(0);
    }

    @Test
    @DisplayName("W-128 above the rate limit a key gets 429 with Retry-After and the CORS header")
    void limitsTheRateOfAKey() {
        pairs.publish("busy", "secret");
        pairs.publish("quiet", "secret");
        String signature = sign("/v1/sessions");

        for (int i = 0; i < 20; i++) {
            assertThat(gateway.post("/v1/sessions", "busy", signature, BODY).statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> refused = gateway.send(
                "POST",
                "/v1/sessions",
                Map.of("Origin", "https://app.example", Headers.API_KEY, "busy", Headers.API_SIGNATURE, signature),
                BodyPublishers.ofByteArray(BODY));

        assertError(refused, ApiError.TOO_MANY_REQUESTS);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example");
        assertThat(gateway.post("/v1/sessions", "quiet", signature, BODY).statusCode())
                .isEqualTo(200);
        assertError(gateway.post("/v1/sessions", "busy", O5, BODY), ApiError.INVALID_KEY_OR_SIGNATURE);
        assertThat(gateway.send("OPTIONS", "/v1/sessions", Map.of(), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("W-128 comparisons have a limit of their own, for all keys of an application together")
    void limitsTheComparisonsOfAnApplication() {
        pairs.publish("comparing", "comparing-1", "secret", List.of("compare", "auth"), null);
        pairs.publish("comparing", "comparing-2", "secret", List.of("compare"), null);
        pairs.publish("comparing", "not-comparing", "secret", List.of("auth"), null);
        pairs.publish("elsewhere", "secret");
        String signature = sign("/v1/face/compare");

        for (int i = 0; i < 5; i++) {
            assertError(post("not-comparing", signature), ApiError.OPERATION_NOT_PERMITTED);
        }
        for (String key : List.of("comparing-1", "comparing-2", "comparing-1")) {
            assertThat(post(key, signature).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = post("comparing-2", signature);

        assertError(refused, ApiError.TOO_MANY_REQUESTS);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example");
        assertThat(gateway.post("/v1/face/auth", "comparing-1", sign("/v1/face/auth"), BODY)
                        .statusCode())
                .as("other calls of the application go on")
                .isEqualTo(200);
        assertThat(post("elsewhere", signature).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-130 beyond the byte budget calls are refused at once with 503/170")
    void refusesWhatDoesNotFitIntoMemory() {
        byte[] large = new byte[300_000];
        try (RawConnection holding = gateway.connect()) {
            holding.write(RawConnection.head("/v1/face/auth", large) + "Content-Length: 300000\r\n\r\n")
                    .write(new byte[299_000]);
            awaitUse(299_000);

            try (RawConnection refused = gateway.connect()) {
                refused.write(RawConnection.head("/v1/face/auth", large)
                        + "Expect: 100-continue\r\nContent-Length: 300000\r\n\r\n");
                long start = System.nanoTime();
                String answer = refused.read();

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
                assertThat(answer)
                        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                        .containsIgnoringCase("retry-after: 1");
                assertBody(answer.substring(answer.indexOf("\r\n\r\n") + 4), ApiError.OVERLOADED);
            }
            assertThat(chunked(large).statusCode()).isEqualTo(503);
            assertThat(gateway.post("/v1/sessions", BODY).statusCode()).isEqualTo(200);
            assertThat(holding.write(new byte[1000]).read()).startsWith("HTTP/1.1 200 OK\r\n");
        }
        assertThat(gateway.post("/v1/face/auth", large).statusCode()).isEqualTo(200);
        awaitUse(0);
    }

    @Test
    void closesAfterReadingEnoughOfARefusedBody() {
        try (RawConnection connection = gateway.connect()) {
            connection.write(RawConnection.head("/v1/face/auth", BODY) + "Content-Length: 30000000\r\n\r\n");
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 10; i++) {
                        connection.write(new byte[3_000_000]);
                    }
                } catch (UncheckedIOException expected) {
                    // The gateway stopped reading.
                }
            });

            assertThat(connection.read())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .containsIgnoringCase("connection: close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"https://app.example, true", "https://evil.example, false", "null, false"})
    void allowsConfiguredOriginsOnly(String origin, boolean allowed) {
        HttpResponse<String> answer =
                gateway.send("OPTIONS", "/v1/sessions", Map.of("Origin", origin), BodyPublishers.noBody());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                .isEqualTo(allowed);
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).isEqualToIgnoringCase("Origin"));
    }

    @Test
    void forgetsAClientThatGoesAway() {
        try (RawConnection connection = gateway.connect()) {
            connection
                    .write(RawConnection.head("/v1/face/auth", BODY) + "Content-Length: 200000\r\n\r\n")
                    .write(new byte[100_000]);
            awaitUse(100_000);
        }
        awaitUse(0);
    }

    private void awaitUse(long bytes) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (bytes == 0 ? gateway.bodyBytes() > 0 : gateway.bodyBytes() < bytes) {
            assertThat(System.nanoTime())
                    .as("%d bytes in use", gateway.bodyBytes())
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** A comparison from a page of a web application. */
    private HttpResponse<String> post(String key, String signature) {
        return gateway.send(
                "POST",
                "/v1/face/compare",
                Map.of("Origin", "https://app.example", Headers.API_KEY, key, Headers.API_SIGNATURE, signature),
                BodyPublishers.ofByteArray(BODY));
    }

    private HttpResponse<String> chunked(byte[] body) {
        return gateway.send(
                "POST",
                "/v1/face/auth",
                Map.of(
                        Headers.API_KEY,
                        PublicPort.KEY,
                        Headers.API_SIGNATURE,
                        RequestSigner.sign(PublicPort.SECRET, "POST", "/v1/face/auth", body)),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private HttpResponse<String> post(String path, String key, String signature, String body) {
        return gateway.post(path, key, signature, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(String path) {
        return RequestSigner.sign(PublicPort.SECRET, "POST", path, BODY);
    }

    private static void assertError(HttpResponse<String> answer, ApiError expected) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.status());
        assertBody(answer.body(), expected);
    }
}
