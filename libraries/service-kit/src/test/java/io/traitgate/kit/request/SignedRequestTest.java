package io.traitgate.kit.request;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.specification.RequestSpecification;
import io.traitgate.kit.TestKeysets;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestKeysets.class)
final class SignedRequestTest {
    private static final String PATH = "/v1/echo";

    @Test
    void arrivesVerifiedAndIsAnsweredInTheContractsForm() {
        String answer = signed("{\"metadata\":\"bWV0YQ==\"}")
                .header("X-TraitGate-Time-Left", "4000")
                .header("User-Agent", "Dalvik/2.1")
                .post(PATH)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json; charset=utf-8")
                .body("application", equalTo("demo"))
                .body("metadata", equalTo("bWV0YQ=="))
                .body("userAgent", equalTo("Dalvik/2.1"))
                .body("timeLeftMillis", allOf(greaterThan(2000), lessThanOrEqualTo(4000)))
                .body("onEventLoop", equalTo(true))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("null");
    }

    @Test
    @DisplayName("W-040 an answer without metadata has no such field")
    void leavesOutWhatIsNull() {
        assertThat(signed("{}").post(PATH).then().statusCode(200).extract().asString())
                .doesNotContain("metadata");
    }

    @Test
    void aLargeBodyIsReadOnAWorkerAndAnsweredOnTheEventLoop() {
        String body = "{\"faces\":\"" + "A".repeat(8 << 20) + "\"}";
        signed(body)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("bytes", equalTo(body.length()))
                .body("onEventLoop", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json;charset=UTF-8", "application/x-www-form-urlencoded", "x/y+z"})
    @DisplayName("W-117 any Content-Type is accepted")
    void acceptsAnyContentType(String contentType) {
        signed("{}").contentType(contentType).post(PATH).then().statusCode(200);
    }

    @Test
    @DisplayName("W-117 a missing Content-Type is accepted")
    void acceptsNoContentType() throws Exception {
        assertThat(rawPost("")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aContentTypeThatIsNoneIsRefusedInTheContractsForm() throws Exception {
        assertThat(rawPost("Content-Type: ;;;\r\n")).contains("\"code\":106");
    }

    @Test
    @DisplayName("W-036 W-037 a body that is not a JSON object is 400/106")
    void refusesOtherBodies() {
        for (String body : new String[] {"", "{", "[]", "\"x\"", "1", "null", "{} {}"}) {
            signed(body)
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo(106))
                    .body("error", equalTo("Cannot decode request body"));
        }
    }

    @Test
    void isRefusedWithoutTheGatewaysWord() {
        assertRefused(given().body("{}"));
        assertRefused(given().header("X-TraitGate-Caller", "forged.header").body("{}"));
    }

    @Test
    void isRefusedForAnotherBodyPathOrTime() {
        byte[] body = "{}".getBytes(UTF_8);
        assertRefused(given().header("X-TraitGate-Caller", TestKeysets.caller(PATH, body, Instant.now()))
                .body("{ }"));
        assertRefused(given().header("X-TraitGate-Caller", TestKeysets.caller("/v1/other", body, Instant.now()))
                .body("{}"));
        assertRefused(given().header(
                        "X-TraitGate-Caller",
                        TestKeysets.caller(PATH, body, Instant.now().minusSeconds(61)))
                .body("{}"));
    }

    private static void assertRefused(RequestSpecification request) {
        request.contentType("application/json")
                .post(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "TraitGate-HMAC")
                .body("error", equalTo("Invalid API key or signature"))
                .body("errors[0].code", equalTo(120));
    }

    private static RequestSpecification signed(String body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("x/y+z", io.restassured.http.ContentType.TEXT)
                                .encodeContentTypeAs(
                                        "application/x-www-form-urlencoded", io.restassured.http.ContentType.TEXT)))
                .header("X-TraitGate-Caller", TestKeysets.caller(PATH, body.getBytes(UTF_8), Instant.now()))
                .contentType("application/json")
                .body(body.getBytes(UTF_8));
    }

    private static String rawPost(String extraHeaders) throws Exception {
        URI base = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        String caller = TestKeysets.caller(PATH, "{}".getBytes(UTF_8), Instant.now());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n"
                                    + extraHeaders + "X-TraitGate-Caller: " + caller + "\r\n\r\n{}")
                            .getBytes(UTF_8));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(UTF_8);
        }
    }
}
