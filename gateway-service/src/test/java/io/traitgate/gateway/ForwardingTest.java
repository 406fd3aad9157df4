package io.traitgate.gateway;

import static io.traitgate.gateway.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.Permission;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ErrorAnswer;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.RequestSigner;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.CallerContextVerifier;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.contract.OpenApiContract;
import io.vertx.core.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service gets to see, and what becomes of its answer. */
@QuarkusTest
class ForwardingTest extends GatewayTest {

    private static final byte[] BODY = PublicPort.BODY.getBytes(StandardCharsets.UTF_8);

    @Test
    void tellsTheServiceWhoCalls() throws Exception {
        String signature = RequestSigner.sign(PublicPort.SECRET, "POST", "/v1/sessions", BODY);

        HttpResponse<String> answer = gateway.post("/V1/Sessions/?x=1", PublicPort.KEY, signature, BODY);

        RecordingUpstream.Received received = upstream.only();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.uri()).isEqualTo("/v1/sessions");
        assertThat(received.body()).isEqualTo(BODY);
        assertThat(Long.parseLong(received.headers().get("x-traitgate-time-left")))
                .isBetween(5_000L, 8_000L);
        assertThat(received.headers())
                .containsEntry(
                        "x-request-id",
                        answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContainKeys("x-aimbrain-signature", "x-forwarded-for", "origin");
        CallerContext context =
                verifier().verify(received.headers().get("x-traitgate-caller"), "POST", "/v1/sessions", BODY);
        assertThat(context.application()).isEqualTo("application-of-test");
        assertThat(context.apiKey()).isEqualTo("test");
        assertThat(context.permissions()).isEqualTo(Permission.all());
        assertThat(context.requestId()).isEqualTo(received.headers().get("x-request-id"));
        assertThat(context.issuedAt()).isBetween(Instant.now().minusSeconds(20), Instant.now());
    }

    @Test
    void callsFollowEachOtherOnOneConnection() throws Exception {
        String signature = RequestSigner.sign(PublicPort.SECRET, "POST", "/v1/sessions", BODY);

        for (int call = 0; call < 5; call++) {
            gateway.post("/v1/sessions", PublicPort.KEY, signature, BODY);
        }

        assertThat(upstream.received())
                .hasSize(5)
                .extracting(RecordingUpstream.Received::connection)
                .containsOnly(upstream.received().getFirst().connection());
    }

    @Test
    void passesAgentAndTraceButNoForgedContext() {
        Map<String, String> headers = Map.of(
                Headers.API_KEY,
                PublicPort.KEY,
                Headers.API_SIGNATURE,
                RequestSigner.sign(PublicPort.SECRET, "POST", "/v1/sessions", BODY),
                "User-Agent",
                "Dalvik/2.1.0",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                Headers.CALLER,
                "forged",
                Headers.REQUEST_ID,
                "mine",
                Headers.TIME_LEFT,
                "999999",
                "X-Forwarded-For",
                "127.0.0.1");

        HttpResponse<String> answer = gateway.send("POST", "/v1/sessions", headers, BodyPublishers.ofByteArray(BODY));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(upstream.only().headers())
                .containsEntry("user-agent", "Dalvik/2.1.0")
                .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .doesNotContainKey("x-forwarded-for")
                .doesNotContainValue("forged")
                .doesNotContainValue("mine")
                .doesNotContainValue("999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff{\"userId\":\"u\"}", "no JSON at all", "{\"a\":\"\\/\"}\r\n", ""})
    void passesBytesUntouched(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        gateway.post("/v1/sessions", bytes);

        assertThat(upstream.only().body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SESSION_NOT_FOUND",
                "NO_FACE",
                "USER_NOT_FOUND",
                "NO_TOKEN",
                "TIMEOUT",
                "INVALID_BODY",
                "TOO_MANY_ATTEMPTS",
                "OVERLOADED",
                "CANNOT_ENROL"
            })
    @DisplayName("W-030 errors of services arrive as they are")
    void passesErrorsOn(ApiError error) {
        upstream.next(error.status(), "application/json; charset=utf-8", Json.encode(ErrorAnswer.of(error)));

        HttpResponse<String> answer = gateway.post("/v1/face/auth", BODY);

        assertError(answer, error);
        OpenApiContract.load().assertAnswer(Route.FACE_AUTH, answer.statusCode(), answer.body());
    }

    @Test
    void passesSeveralErrorsOn() {
        String body = "{\"error\":\"Image is blurry\",\"errors\":[{\"description\":\"Image is blurry\",\"code\":11},"
                + "{\"description\":\"Image has poor contrast\",\"code\":9}]}";
        upstream.next(422, "application/json", body);

        assertThat(gateway.post("/v1/face/auth", BODY).body()).isEqualTo(body);
    }

    @Test
    @DisplayName("W-129 the time to wait passes the gateway, and browsers may read it")
    void passesTheTimeToWaitOn() {
        upstream.next(response -> response.setStatusCode(429)
                .putHeader("Content-Type", "application/json")
                .putHeader("Retry-After", "30")
                .end(Json.encode(ErrorAnswer.of(ApiError.TOO_MANY_ATTEMPTS))));

        HttpResponse<String> answer = gateway.post("/v1/face/auth", BODY);

        assertError(answer, ApiError.TOO_MANY_ATTEMPTS);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("Retry-After"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | text/html        | <html>Internal Server Error</html>   | API_ERROR
            404 | text/html        | Resource not found                   | API_ERROR
            302 | application/json | {"location":"elsewhere"}             | API_ERROR
            204 | application/json | ''                                   | API_ERROR
            201 | application/json | {"session":"s"}                      | API_ERROR
            200 | application/json | {}                                   | API_ERROR
            200 | application/json | []                                   | API_ERROR
            200 | text/plain       | {"session":"s"}                      | API_ERROR
            422 | application/json | {"details":"stack trace"}            | API_ERROR
            422 | application/json | {"error":"a","errors":[]}            | API_ERROR
            422 | application/json | {"error":"a","errors":[{"description":"b","code":1}]} | API_ERROR
            422 | application/json | {"error":                            | API_ERROR
            502 | text/html        | Bad Gateway                          | STORE_UNREACHABLE
            503 | text/plain       | no healthy upstream                  | STORE_UNREACHABLE
            504 | text/html        | Gateway Time-out                     | TIMEOUT
            """)
    void replacesWhatTheContractDoesNotKnow(int status, String contentType, String body, ApiError expected) {
        upstream.next(status, contentType, body);

        HttpResponse<String> answer = gateway.post("/v1/face/auth", BODY);

        assertError(answer, expected);
    }

    @Test
    void answersForAServiceThatHangsUp() {
        upstream.next(response -> response.reset());

        assertError(gateway.post("/v1/sessions", BODY), ApiError.STORE_UNREACHABLE);
    }

    @Test
    @DisplayName("W-131 a service that is away is 503/120, and works again by itself")
    void recoversWithTheService() {
        upstream.close();
        HttpResponse<String> away = gateway.post("/v1/sessions", BODY);
        upstream.open();

        assertError(away, ApiError.STORE_UNREACHABLE);
        assertThat(away.headers().firstValue("Retry-After")).contains("1");
        assertThat(gateway.post("/v1/sessions", BODY).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatTheKeyMayNot() {
        pairs.publish("reader", "secret", List.of("read"), null);
        pairs.publish("comparer", "secret", List.of("compare"), null);

        assertError(as("reader", "/v1/face/enroll"), ApiError.OPERATION_NOT_PERMITTED);
        assertError(as("reader", "/v1/face/compare"), ApiError.OPERATION_NOT_PERMITTED);
        assertError(as("reader", "/v1/behavioural"), ApiError.OPERATION_NOT_PERMITTED);
        assertError(as("reader", "/v1/score"), ApiError.STORE_UNREACHABLE);
        assertError(as("comparer", "/v1/score"), ApiError.OPERATION_NOT_PERMITTED);
        assertThat(as("reader", "/v1/sessions").statusCode()).isEqualTo(200);
        assertThat(as("comparer", "/v1/face/compare").statusCode()).isEqualTo(200);
        assertThat(upstream.received()).hasSize(2);
    }

    private HttpResponse<String> as(String apiKey, String path) {
        return gateway.post(path, apiKey, RequestSigner.sign("secret", "POST", path, BODY), BODY);
    }

    private static CallerContextVerifier verifier() {
        return TestInstallation.shared().keys("face").callerContextVerifier(Clock.systemUTC());
    }
}
