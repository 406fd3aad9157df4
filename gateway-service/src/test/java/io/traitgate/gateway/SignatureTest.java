package io.traitgate.gateway;

import static io.traitgate.gateway.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.signature.RequestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signatures through the public port. Routes of services that are not there answer 503/120, and that only after the
 * signature was found right.
 */
@QuarkusTest
class SignatureTest extends GatewayTest {

    private static final String O3 = "xoQ6YHcuNXvzmd5ZjxipkqqO0YnbkzrEFJUJs1uF8Io=";
    private static final String O4 = "71t8DwZG/Q54jsHWAdl2AQS3EK4J9akT/KF6A2SwUd0=";
    private static final String O5 = "AcAW/fMk6JBebBpqmZC9QAtUwx9OHTSgerMc3KPreRc=";
    private static final String O8 = "e0x90nyIWa2ndHexWzI7+XnU64uwuaMYAoVs6KSde9A=";
    private static final String O9 = "RnZa7z8FmjPkN2ROzELwFJmMAUGb0gchudjWNRPu+hU=";
    private static final String O10 = "H6k7yGbipRzQLFHadzQaCNotKqLb+IFI4xscNRxsA9E=";
    private static final String O11 = "H7UEvniRHahfx8ubwb011kUuz7pcCSaxIsBEiE7B5Hw=";
    private static final String S1 = "{\"session\":\"s1\"}";

    @Test
    @DisplayName("W-001 the inline example is accepted")
    void acceptsTheInlineExample() {
        HttpResponse<String> answer = post(
                "/v1/sessions",
                "uPVe74VR9ncmxltwNX69pe6amFTMbJGM0Y8dIGk8vSI=",
                "{\"userId\": \"user\", \"device\":\"device\", \"system\":\"system\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-002 the raw bytes of the session example are signed, not their meaning")
    void acceptsTheRawBytesOnly() {
        String signature = "E7vPXCNHsJQhadkTruAbCE+q9fCmRK9Gf+wtl2/3yrA=";
        String example = "{\"device\": \"iPhone6,2\", \"screenHeight\": 568, \"screenWidth\": 320,"
                + " \"userId\": \"test-user-test-user-1234567890\", \"system\": \"iOS 9.2.1\"}";

        assertThat(post("/v1/sessions", signature, example).statusCode()).isEqualTo(200);
        assertThat(upstream.only().body()).isEqualTo(example.getBytes(StandardCharsets.UTF_8));
        assertError(post("/v1/sessions", signature, example.replace(": ", ":")), ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @Test
    @DisplayName("W-003 token examples with an odd space verify")
    void acceptsTheTokenExamples() {
        String body = "{\"session\": \"test-user-test-user-1234567890-1485968286498595737\", \"tokentype\": \"auth\" }";

        assertThat(post("/v1/face/token", "9Dh+ODTM0YQ7ACEW+n+0B0I2NFBOmyRc21UyZ94J3+Q=", body)
                        .statusCode())
                .isEqualTo(200);
        assertPassed(post("/v1/voice/token", "isMJ65cfk0B4nJEx3YKroxrkTIkxlE0r/FJhyUVmgEQ=", body));
    }

    @Test
    @DisplayName("W-004 a body of 80 kB verifies and arrives unchanged")
    void acceptsEightyKilobytes() {
        byte[] body = randomText(80_956);

        assertThat(gateway.post("/v1/face/enroll", body).statusCode()).isEqualTo(200);
        assertThat(upstream.only().body()).isEqualTo(body);
        body[80_000] ^= 1;
        assertError(
                gateway.post(
                        "/v1/face/enroll",
                        PublicPort.KEY,
                        RequestSigner.sign(PublicPort.SECRET, "POST", "/v1/face/enroll", randomText(80_956)),
                        body),
                ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/voice/enroll", "/v1/voice/auth"})
    @DisplayName("W-005 a body of 300 kB verifies")
    void acceptsThreeHundredKilobytes(String path) {
        assertPassed(gateway.post(path, randomText(299_545)));
    }

    @Test
    @DisplayName("W-006 a behavioural batch of the example's size verifies")
    void acceptsABehaviouralBatch() {
        assertPassed(gateway.post("/v1/behavioural", randomText(5988)));
    }

    @ParameterizedTest
    @CsvSource({
        "W-004, /v1/face/enroll,  face_enroll_request_example_body.json.gz,  VXNfJLbOntEVUlOp6UUwo8D4YyKjNtzspeBCOqZYM9A=",
        "W-005, /v1/voice/enroll, voice_enroll_request_example_body.json.gz, mUBC8eDZ45ObdC8IFll8gADoAsh70zGQcqPnYjVIsZI=",
        "W-005, /v1/voice/auth,   voice_auth_request_example_body.json.gz,   wVeNTVyYGGfy119x5kOLoisuRTBttyxxht/sJpLy7g8=",
        "W-006, /v1/behavioural,  behavioural_request_example_body.json,     TgDm+IwKlW3H3ILdB3ga0OOZGgZab4gM/9nW+X4NSHw=",
        "W-007, /v1/face/auth,    face_auth_request_example_body.json.gz,    wfOBaMg6SoJWke76fqWHq7GFbZv4PWPFwxpw8t3+rVc=",
        "W-007, /v1/face/compare, face_compare_request_example_body.json.gz, LcML8Wqp4R9LF+gjUfPGwPkuLmn+FS7cLqrtOBy7yu0="
    })
    @DisplayName("W-004 W-005 W-006 W-007 the printed bodies verify")
    void acceptsThePrintedBodies(String row, String path, String file, String signature) throws IOException {
        byte[] body = printed(file);

        assertThat(gateway.post(path, PublicPort.KEY, signature, body).statusCode())
                .as(row)
                .isIn(200, 503);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/face/auth,    face_auth_request_example_body.json.gz,    dBxk9M++dNhI7pk+tXvAVaUwlWuOPl8S4wlmrhKhSqs=",
        "/v1/face/compare, face_compare_request_example_body.json.gz, NwMmSbjqwsq7Y4x4Src7qHnIFerMhUTWcFxqLuAbbwg="
    })
    @DisplayName("W-007 the values printed for face auth and compare are wrong")
    void rejectsTheWrongPrintedValues(String path, String file, String signature) throws IOException {
        assertError(gateway.post(path, PublicPort.KEY, signature, printed(file)), ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @Test
    @DisplayName("W-009 an empty body is signed as empty")
    void acceptsAnEmptyBody() {
        assertPassed(post("/v1/score", "MsFdZe7xfjJzWdGaK0DXuSkgBiWuPtI4MH017FNH1Cc=", ""));
    }

    @ParameterizedTest
    @CsvSource({"'\r\n', " + O3, "'\n', " + O4, "'', " + O5})
    @DisplayName("W-010 trailing line feeds belong to the body")
    void countsTrailingLineFeeds(String ending, String signature) {
        for (String sent : new String[] {"\r\n", "\n", ""}) {
            HttpResponse<String> answer = post("/v1/score", signature, S1 + sent);
            if (sent.equals(ending)) {
                assertPassed(answer);
            } else {
                assertError(answer, ApiError.INVALID_KEY_OR_SIGNATURE);
            }
        }
    }

    @Test
    @DisplayName("W-011 an upper-case path has the same signature")
    void acceptsAnUpperCasePath() {
        assertPassed(post("/V1/Score", O5, S1));
    }

    @Test
    @DisplayName("W-012 a trailing slash is accepted, signed or not")
    void acceptsATrailingSlash() {
        assertPassed(post("/v1/score/", O8, S1));
        assertPassed(post("/v1/score/", O5, S1));
        assertError(post("/v1/score", O8, S1), ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @Test
    @DisplayName("W-013 a prefix in the signature is refused if it is not configured")
    void rejectsAnUnknownPrefix() {
        assertError(post("/v1/score", O9, S1), ApiError.INVALID_KEY_OR_SIGNATURE);
        assertError(post("/gw/v1/score", O9, S1), ApiError.NOT_FOUND);
    }

    @Test
    @DisplayName("W-015 the query takes no part")
    void ignoresTheQuery() {
        assertPassed(post("/v1/score?x=1", O5, S1));
        assertThat(gateway.post(
                                "/v1/sessions",
                                PublicPort.KEY,
                                sign("/v1/sessions", PublicPort.BODY),
                                bytes(PublicPort.BODY))
                        .statusCode())
                .isEqualTo(200);
        assertThat(upstream.only().uri()).isEqualTo("/v1/sessions");
    }

    @Test
    @DisplayName("W-016 a signature without padding is accepted")
    void acceptsMissingPadding() {
        HttpResponse<String> answer = post(
                "/v1/sessions",
                "r5Dkd3PHOPZuwBwr27dCQNUlGwzld+pgHIE8RA0L4Ag",
                "{\"userID\":\"user\",\"device\":\"device\",\"system\":\"system\",\"screenHeight\":200,\"screenWidth\":200}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "  \t ", "\r\n "})
    @DisplayName("W-017 white space after the header value does not matter")
    void ignoresWhiteSpaceAroundTheSignature(String space) {
        String head = RawConnection.head("/v1/sessions", bytes(PublicPort.BODY)).stripTrailing();

        try (RawConnection connection = gateway.connect()) {
            connection.write(
                    head + space + "\r\nContent-Length: " + PublicPort.BODY.length() + "\r\n\r\n" + PublicPort.BODY);
            assertThat(connection.read()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "é, +SIEhWi02zFMNLwFwIwVZWi7ihFiHBgRW2QnSC2C1kc=",
        "ß€, lwmes3EWTUYVNG+bx1KmCR4H8q8AfC1fwGjf4l0YuQw=",
        "日本, tzddjWHBVlOgIQoY3NT9EKohS+HsVwGJRFUOBV0VvwI="
    })
    @DisplayName("W-018 W-019 the web scheme is accepted for any key")
    void acceptsTheWebScheme(String key, String signature) {
        assertPassed(post(
                "/v1/behavioural",
                signature,
                "{\"session\":\"s1\",\"mouseEvents\":[],\"keyUpDownEvents\":[{\"t\":1,\"key\":\"" + key
                        + "\",\"dir\":1,\"ids\":[]}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"g2nmDiMBn4hnQFJeuSaRaqLBLg39aOZCxDVpNaOCf1I=", "3KBOwx4bNjwp398C7L1HxHQksz3OxU/E32BY8M+UxXc="})
    @DisplayName("W-019 a body outside Latin-1 is accepted in both schemes")
    void acceptsBothSchemes(String signature) {
        assertThat(post(
                                "/v1/sessions",
                                signature,
                                "{\"userId\":\"Zoë Łukasz 日本 😀\",\"device\":\"d\",\"system\":\"s\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("W-021 escaped slashes have a signature of their own")
    void distinguishesEscapedSlashes() {
        String escaped = "{\"session\":\"s1\",\"faces\":[\"\\/9j\\/4AAQ\"]}";
        String plain = "{\"session\":\"s1\",\"faces\":[\"/9j/4AAQ\"]}";

        assertThat(post("/v1/face/auth", O10, escaped).statusCode()).isEqualTo(200);
        assertThat(post("/v1/face/auth", O11, plain).statusCode()).isEqualTo(200);
        assertError(post("/v1/face/auth", O11, escaped), ApiError.INVALID_KEY_OR_SIGNATURE);
        assertError(post("/v1/face/auth", O10, plain), ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "hex, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, 5YZbNfZu7czj8csUlI96xAgTsUpodeiXqElKTrJmvgE=",
        "hex-and-one, 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdefX, O+szuxjoJI3DYIUtruTQ04izBxXAHR5MvhFOYucdUsg=",
        "accent, sécret, c+ep4LPWC4nFoVojihzchC5V/FKJ9ttSRpxtMlaNLnE="
    })
    @DisplayName("W-022 long secrets and secrets that are not ASCII work")
    void acceptsAnySecret(String apiKey, String secret, String signature) {
        pairs.publish(apiKey, secret);

        assertPassed(gateway.post("/v1/score", apiKey, signature, bytes(S1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @DisplayName("W-023 a missing or empty key header is 400")
    void refusesAMissingKey(String key) {
        String signature = sign("/v1/sessions", PublicPort.BODY);

        assertError(
                gateway.send("POST", "/v1/sessions", Map.of(Headers.API_SIGNATURE, signature), publisher()),
                ApiError.MISSING_API_KEY);
        assertError(
                gateway.send(
                        "POST",
                        "/v1/sessions",
                        Map.of(Headers.API_SIGNATURE, signature, Headers.API_KEY, key),
                        publisher()),
                ApiError.MISSING_API_KEY);
    }

    @Test
    @DisplayName("W-024 a missing or empty signature header is 400")
    void refusesAMissingSignature() {
        assertError(
                gateway.send("POST", "/v1/sessions", Map.of(Headers.API_KEY, PublicPort.KEY), publisher()),
                ApiError.MISSING_API_SIGNATURE);
        assertError(post("/v1/sessions", "", PublicPort.BODY), ApiError.MISSING_API_SIGNATURE);
    }

    @Test
    @DisplayName("W-025 unknown, expired and revoked keys answer as a wrong signature does")
    void tellsNothingAboutKeys() {
        pairs.publish("old", "secret", KeyPairs.ALL, Instant.now().minus(Duration.ofSeconds(1)));
        pairs.publish("gone", "secret");
        String signature = sign("/v1/sessions", PublicPort.BODY);
        byte[] body = bytes(PublicPort.BODY);
        assertThat(gateway.post("/v1/sessions", "gone", signature, body).statusCode())
                .isEqualTo(200);
        pairs.revoke("gone");

        HttpResponse<String> wrong = gateway.post("/v1/sessions", PublicPort.KEY, O5, body);
        assertError(wrong, ApiError.INVALID_KEY_OR_SIGNATURE);
        for (String key : new String[] {"nobody", "old", "gone", "TEST"}) {
            HttpResponse<String> unknown = gateway.post("/v1/sessions", key, signature, body);
            assertThat(unknown.statusCode()).as(key).isEqualTo(401);
            assertThat(unknown.body()).as(key).isEqualTo(wrong.body());
            assertThat(unknown.headers().map().keySet())
                    .as(key)
                    .isEqualTo(wrong.headers().map().keySet());
        }
    }

    @Test
    void acceptsAKeyUntilItExpires() {
        pairs.publish("overlap", "secret", KeyPairs.ALL, Instant.now().plus(Duration.ofHours(1)));

        assertThat(gateway.post(
                                "/v1/sessions",
                                "overlap",
                                sign("/v1/sessions", PublicPort.BODY),
                                bytes(PublicPort.BODY))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 31, 33})
    @DisplayName("W-026 a signature of another length or alphabet is 401")
    void refusesMalformedSignatures(int length) {
        String signature = length == 0 ? "a-b.c!" : Base64.getEncoder().encodeToString(new byte[length]);

        assertError(post("/v1/sessions", signature, PublicPort.BODY), ApiError.INVALID_KEY_OR_SIGNATURE);
        assertError(post("/v1/sessions", "abc", PublicPort.BODY), ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Aimbrain-Apikey, X-Aimbrain-Signature",
        "x-aimbrain-apikey, x-aimbrain-signature",
        "X-AIMBRAIN-APIKEY, X-AIMBRAIN-SIGNATURE"
    })
    @DisplayName("W-027 header names in any case are read")
    void readsHeaderNamesInAnyCase(String key, String signature) {
        assertThat(gateway.send(
                                "POST",
                                "/v1/sessions",
                                Map.of(key, PublicPort.KEY, signature, sign("/v1/sessions", PublicPort.BODY)),
                                publisher())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("W-028 the signature of another path is 401")
    void refusesTheSignatureOfAnotherPath() {
        assertError(post("/v1/face/token", O5, S1), ApiError.INVALID_KEY_OR_SIGNATURE);
    }

    @Test
    @DisplayName("W-029 an identical request is accepted again")
    void acceptsRepeats() {
        assertThat(gateway.post("/v1/sessions", PublicPort.BODY).statusCode()).isEqualTo(200);
        assertThat(gateway.post("/v1/sessions", PublicPort.BODY).statusCode()).isEqualTo(200);
        assertThat(upstream.received()).hasSize(2);
    }

    @Test
    @DisplayName("W-045 a wrong signature is told before malformed JSON")
    void judgesTheSignatureBeforeTheBody() {
        assertError(post("/v1/sessions", O5, "{"), ApiError.INVALID_KEY_OR_SIGNATURE);
        assertThat(upstream.received()).isEmpty();
    }

    private HttpResponse<String> post(String path, String signature, String body) {
        return gateway.post(path, PublicPort.KEY, signature, bytes(body));
    }

    private static HttpRequest.BodyPublisher publisher() {
        return BodyPublishers.ofString(PublicPort.BODY);
    }

    private static String sign(String path, String body) {
        return RequestSigner.sign(PublicPort.SECRET, "POST", path, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] randomText(int size) {
        byte[] text = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            text[i] = (byte) random.nextInt(' ', '~');
        }
        return text;
    }

    private static byte[] printed(String file) throws IOException {
        String folder = System.getenv("TRAITGATE_REFERENCE");
        assumeTrue(folder != null, "set TRAITGATE_REFERENCE to the folder that holds " + file);
        try (InputStream raw = Files.newInputStream(Path.of(folder, file));
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = in.readAllBytes();
            return Arrays.copyOf(bytes, bytes.length - 1);
        }
    }

    private static void assertPassed(HttpResponse<String> answer) {
        assertError(answer, ApiError.STORE_UNREACHABLE);
    }
}
