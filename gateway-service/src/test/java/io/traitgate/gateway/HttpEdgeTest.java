package io.traitgate.gateway;

import static io.traitgate.gateway.Errors.assertBody;
import static io.traitgate.gateway.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.RequestSigner;
import io.traitgate.testkit.contract.OpenApiContract;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens at the edge of HTTP, before and around the signature. */
@QuarkusTest
class HttpEdgeTest extends GatewayTest {

    private static final byte[] BODY = PublicPort.BODY.getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource
    @DisplayName("W-030 every refusal of the gateway has the error body of the contract")
    void answersErrorsInTheFormOfTheContract(Route route) {
        HttpResponse<String> missingKey = gateway.send("POST", route.path(), Map.of(), BodyPublishers.noBody());
        HttpResponse<String> wrongSignature = gateway.post(route.path(), "nobody", sign("/v1/other", BODY), BODY);
        HttpResponse<String> wrongMethod = gateway.send("PUT", route.path(), Map.of(), BodyPublishers.noBody());

        for (HttpResponse<String> answer : List.of(missingKey, wrongSignature, wrongMethod)) {
            OpenApiContract.load().assertAnswer(route, answer.statusCode(), answer.body());
        }
        assertError(missingKey, ApiError.MISSING_API_KEY);
        assertError(wrongSignature, ApiError.INVALID_KEY_OR_SIGNATURE);
        assertError(wrongMethod, ApiError.METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("W-081 a request above the limit of its route is 400/14 with a readable answer")
    void refusesBodiesAboveTheLimit(Route route) {
        byte[] tooBig = new byte[route.bodyLimit() + 1];

        assertError(gateway.post(route.path(), tooBig), ApiError.REQUEST_TOO_BIG);
        assertError(chunked(route.path(), tooBig), ApiError.REQUEST_TOO_BIG);
        assertThat(upstream.received()).isEmpty();
    }

    @Test
    @DisplayName("W-081 a body of 3 MB is read before it is refused, and the connection goes on")
    void drainsWhatItRefuses() {
        byte[] tooBig = new byte[3_000_000];

        try (RawConnection connection = gateway.connect()) {
            for (int i = 0; i < 2; i++) {
                connection
                        .write(RawConnection.head("/v1/face/enroll", BODY) + "Content-Length: " + tooBig.length
                                + "\r\n\r\n")
                        .write(tooBig);
                String answer = connection.read();
                assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n");
                assertBody(bodyOf(answer), ApiError.REQUEST_TOO_BIG);
            }
        }
    }

    @Test
    @DisplayName("W-081 the largest body of the route is accepted")
    void acceptsTheLargestBody() {
        byte[] largest = new byte[Route.FACE_ENROL.bodyLimit()];

        assertThat(gateway.post("/v1/face/enroll", largest).statusCode()).isEqualTo(200);
        assertThat(upstream.only().body()).isEqualTo(largest);
    }

    @ParameterizedTest
    @CsvSource({"/v1/sessions, null", "/v1/score/, https://app.example", "/v1/nothing, https://app.example", "/, null"})
    @DisplayName("W-115 a preflight is answered without authentication")
    void answersPreflights(String path, String origin) {
        HttpResponse<String> answer = gateway.send(
                "OPTIONS",
                path,
                Map.of(
                        "Origin", origin,
                        "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "content-type,x-aimbrain-apikey,x-aimbrain-signature"),
                BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).contains("POST, OPTIONS");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Content-Type, X-aimbrain-apikey, X-aimbrain-signature");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("86400");
    }

    @Test
    @DisplayName("W-116 errors carry the CORS header too")
    void errorsCarryTheCorsHeader() {
        HttpResponse<String> answer = gateway.send(
                "POST",
                "/v1/sessions",
                Map.of("Origin", "null", Headers.API_KEY, "nobody", Headers.API_SIGNATURE, sign("/v1/sessions", BODY)),
                BodyPublishers.ofByteArray(BODY));

        assertError(answer, ApiError.INVALID_KEY_OR_SIGNATURE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/json;charset=UTF-8\r\n",
                "Content-Type: APPLICATION/JSON; charset=latin1\r\n",
                "Content-Type: nonsense\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n",
                "X-Forwarded-For: 127.0.0.1\r\n"
            })
    @DisplayName("W-117 any or no content type is accepted")
    void acceptsAnyContentType(String headers) {
        String answer = exchange(RawConnection.head("/v1/sessions", BODY) + headers + length(BODY) + PublicPort.BODY);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith(RecordingUpstream.SESSION);
        assertThat(answer).containsIgnoringCase("content-type: application/json; charset=utf-8");
    }

    @Test
    @DisplayName("W-118 Expect: 100-continue is answered at once")
    void continuesAtOnce() {
        byte[] body = new byte[300_000];
        try (RawConnection connection = gateway.connect()) {
            long start = System.nanoTime();
            connection.write(RawConnection.head("/v1/face/auth", body) + "Expect: 100-continue\r\n" + length(body));

            assertThat(connection.read()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
            assertThat(connection.write(body).read()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 3000000\r\n", "Content-Encoding: gzip\r\nContent-Length: 10\r\n"})
    @DisplayName("W-118 a head that cannot succeed gets its answer without 100, and the connection is closed")
    void refusesBeforeContinuing(String headers) {
        try (RawConnection connection = gateway.connect()) {
            connection.write(RawConnection.head("/v1/face/auth", BODY) + "Expect: 100-continue\r\n" + headers + "\r\n");

            assertThat(connection.read())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .containsIgnoringCase("connection: close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void tellsNothingAboutKeysBeforeTheBody() {
        for (String key : new String[] {PublicPort.KEY, "nobody"}) {
            try (RawConnection connection = gateway.connect()) {
                connection.write(
                        RawConnection.head("/v1/sessions", new byte[0]).replace(": test\r\n", ": " + key + "\r\n")
                                + "Expect: 100-continue\r\n" + length(BODY));

                assertThat(connection.read()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                assertThat(connection.write(BODY).read()).startsWith("HTTP/1.1 401 Unauthorized\r\n");
            }
        }
    }

    @Test
    @DisplayName("W-119 a chunked body is accepted")
    void acceptsChunkedBodies() {
        assertThat(chunked("/v1/sessions", BODY).statusCode()).isEqualTo(200);
        assertThat(upstream.only().body()).isEqualTo(BODY);
        assertThat(upstream.only().headers()).containsEntry("content-length", Integer.toString(BODY.length));
    }

    @Test
    void acceptsABodySentByteByByte() {
        StringBuilder chunks = new StringBuilder();
        PublicPort.BODY
                .chars()
                .forEach(character ->
                        chunks.append("1\r\n").append((char) character).append("\r\n"));

        String answer = exchange(
                RawConnection.head("/v1/sessions", BODY) + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(upstream.only().body()).isEqualTo(BODY);
    }

    @Test
    @DisplayName("W-120 the status line 460 reaches the client with a reason")
    void passesStatus460On() {
        upstream.next(
                460,
                "application/json",
                "{\"error\":\"No token found\",\"errors\":[{\"description\":\"No token found\",\"code\":152}]}");

        String answer = exchange(RawConnection.head("/v1/face/auth", BODY) + length(BODY) + PublicPort.BODY);

        assertThat(answer).startsWith("HTTP/1.1 460 Token Not Found\r\n");
        assertBody(bodyOf(answer), ApiError.NO_TOKEN);
    }

    @Test
    @DisplayName("W-121 401 names a private scheme")
    void namesAPrivateScheme() {
        HttpResponse<String> answer = gateway.post("/v1/sessions", "nobody", sign("/v1/sessions", BODY), BODY);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("TraitGate-HMAC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    @DisplayName("W-122 other methods are 405 with Allow")
    void refusesOtherMethods(String method) {
        HttpResponse<String> answer = gateway.send(method, "/v1/sessions", Map.of(), BodyPublishers.noBody());

        assertError(answer, ApiError.METHOD_NOT_ALLOWED);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
    }

    @Test
    @DisplayName("W-122 HEAD is 405 without a body")
    void answersHeadWithoutABody() {
        try (RawConnection connection = gateway.connect()) {
            connection.write(
                    "HEAD /v1/sessions HTTP/1.1\r\nHost: h\r\n\r\nGET /v1/sessions HTTP/1.1\r\nHost: h\r\n\r\n");
            String answers = connection.readUntil("}]}");

            assertThat(answers).startsWith("HTTP/1.1 405 Method Not Allowed\r\n");
            assertThat(answers.split("\r\n\r\n", -1)[1]).startsWith("HTTP/1.1 405 Method Not Allowed\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v2/sessions",
                "/v1/sessions//",
                "//v1/sessions",
                "/v1/face/enroll/nosession",
                "/v1/requests",
                "/q/health",
                "/q/metrics",
                "/%zz",
                "/v1/sess%69ons%",
                "/v1/../v1/sessions"
            })
    @DisplayName("W-122 unknown paths are 404, and nothing of the framework answers")
    void refusesUnknownPaths(String path) {
        for (String method : new String[] {"GET", "POST"}) {
            String answer = exchange(method + " " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}");

            assertThat(answer).startsWith("HTTP/1.1 404 Not Found\r\n");
            assertBody(bodyOf(answer), ApiError.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/sessions", "/v1/sessions/", "/V1/SESSIONS", "/v1//sessions", "/v1", "/v1/", "/v1/nothing/"})
    @DisplayName("W-123 nothing under /v1 redirects")
    void neverRedirects(String path) {
        assertThat(gateway.post(path, BODY).statusCode()).isIn(200, 404);
        assertThat(gateway.send("GET", path, Map.of(), BodyPublishers.noBody()).statusCode())
                .isIn(404, 405);
    }

    @Test
    @DisplayName("W-124 no answer may be stored")
    void forbidsStoring() {
        HttpResponse<String> success = gateway.post("/v1/sessions", BODY);

        assertThat(success.statusCode()).isEqualTo(200);
        assertThat(success.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(success.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(success.headers().firstValue("Server")).isEmpty();
        assertThat(gateway.post("/v1/nothing", BODY).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    @DisplayName("W-125 one connection takes several requests")
    void keepsConnectionsAlive() {
        String request = RawConnection.head("/v1/sessions", BODY) + length(BODY) + PublicPort.BODY;
        String refused = "POST /v1/nothing HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
        try (RawConnection connection = gateway.connect()) {
            assertThat(connection.write(request).read()).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(connection.write(refused).read()).startsWith("HTTP/1.1 404 Not Found\r\n");
            assertThat(connection.write(request).read()).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    @DisplayName("W-125 HTTP/1.0 is answered, and closed unless the client asks otherwise")
    void speaksHttp10() {
        String head = RawConnection.head("/v1/sessions", BODY).replace("HTTP/1.1", "HTTP/1.0");
        try (RawConnection connection = gateway.connect()) {
            assertThat(connection
                            .write(head + "Connection: keep-alive\r\n" + length(BODY) + PublicPort.BODY)
                            .read())
                    .contains(" 200 OK\r\n");
            assertThat(connection.write(head + length(BODY) + PublicPort.BODY).read())
                    .contains(" 200 OK\r\n");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: h\r\nContent-Length: ten\r\n\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /v1/sessions HTTP/1.1\r\nHo st: h\r\n\r\n",
                "POST /v1/sessions HTTP/9.9.9\r\nHost: h\r\n\r\n"
            })
    void answersMalformedHttpInJson(String request) {
        try (RawConnection connection = gateway.connect()) {
            String answer = connection.write(request).read();

            assertThat(answer).startsWith("HTTP/1.").contains(" 400 Bad Request\r\n");
            assertBody(bodyOf(answer), ApiError.INVALID_BODY);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void answersOversizedHeadsInJson() {
        String long17 = "x".repeat(17 << 10);

        for (String request : new String[] {
            "POST /v1/sessions HTTP/1.1\r\nHost: h\r\nX-Long: " + long17 + "\r\n\r\n",
            "POST /v1/sessions?" + long17 + " HTTP/1.1\r\nHost: h\r\n\r\n"
        }) {
            String answer = exchange(request);

            assertThat(answer).startsWith("HTTP/1.").contains(" 400 Bad Request\r\n");
            assertBody(bodyOf(answer), ApiError.REQUEST_TOO_BIG);
        }
    }

    @Test
    void endsABrokenChunkedUpload() {
        try (RawConnection connection = gateway.connect()) {
            connection.write(RawConnection.head("/v1/sessions", BODY) + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");

            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Encoding, gzip", "Content-Encoding, br", "Transfer-Encoding, 'gzip, chunked'"})
    void refusesEncodedBodies(String header, String encoding) {
        String body = header.startsWith("T") ? "\r\n0\r\n\r\n" : length(BODY) + PublicPort.BODY;

        String answer = exchange(RawConnection.head("/v1/sessions", BODY) + header + ": " + encoding + "\r\n" + body);

        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertBody(bodyOf(answer), ApiError.INVALID_BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT h:443",
                "POST *",
                "POST nothing",
                "POST ?x",
                "POST http://",
                "POST http://h",
                "POST http://h?q",
                "POST ://",
                "POST /\u00e9",
                "POST #",
                "GET /v1/sessions#f"
            })
    void answersOddTargetsInJson(String start) {
        String answer = exchange(start + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.[01] 40[045] ");
        assertThat(bodyOf(answer)).startsWith("{\"error\":");
    }

    @Test
    void acceptsRequestsWithoutHost() {
        String head = RawConnection.head("/v1/sessions", BODY).replace("Host: localhost:443\r\n", "");

        assertThat(exchange(head + length(BODY) + PublicPort.BODY)).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void acceptsIdentityAsEncoding() {
        assertThat(exchange(RawConnection.head("/v1/sessions", BODY) + "Content-Encoding: identity\r\n" + length(BODY)
                        + PublicPort.BODY))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void acceptsTheAbsoluteFormOfTheTarget() {
        String request =
                RawConnection.head("/v1/sessions", BODY).replace("/v1/sessions", "http://api.example:80/v1/sessions?q");

        assertThat(exchange(request + length(BODY) + PublicPort.BODY)).startsWith("HTTP/1.1 200 OK\r\n");
    }

    private HttpResponse<String> chunked(String path, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.API_KEY, PublicPort.KEY);
        headers.put(Headers.API_SIGNATURE, sign(path, body));
        return gateway.send("POST", path, headers, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private String exchange(String request) {
        try (RawConnection connection = gateway.connect()) {
            return connection.write(request).read();
        }
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static String length(byte[] body) {
        return "Content-Length: " + body.length + "\r\n\r\n";
    }

    private static String sign(String path, byte[] body) {
        return RequestSigner.sign(PublicPort.SECRET, "POST", path, body);
    }
}
