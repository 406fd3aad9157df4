package io.traitgate.session.opening;

import static io.traitgate.session.SessionApi.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.isA;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.traitgate.session.SessionApi;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.WithLocalStores;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "session")
final class SessionOpeningTest {

    private final SessionApi api = SessionApi.of(fresh("application"));

    @Test
    @DisplayName("W-054 the answer has session, face, voice and behaviour, typed, and nothing else")
    void answer_hasAllFourFields() {
        Response answer = api.open("{\"device\": \"iPhone6,2\", \"screenHeight\": 568, \"screenWidth\": 320,"
                + " \"userId\": \"test-user-test-user-1234567890\", \"system\": \"iOS 9.2.1\"}");
        answer.then()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body("session", isA(String.class))
                .body("face", equalTo(0))
                .body("voice", equalTo(0))
                .body("behaviour", equalTo(0));
        assertThat(answer.jsonPath().getMap("$")).hasSize(4);
    }

    @Test
    @DisplayName("W-033 W-034 W-035 an answer is a non-empty object without null and without a field error")
    void answer_holdsNoNull() {
        Response answer = api.open("{\"userId\":\"u\",\"device\":\"d\",\"system\":null,\"metadata\":null}");
        assertThat(answer.asString())
                .doesNotContain("null")
                .doesNotContain("error")
                .startsWith("{\"");
    }

    @Test
    void sessionId_isUrlSafe_longEnough_andTellsNothingOfTheUser() {
        String userId = fresh("user");
        api.openFor(userId, "iPhone6,2").then().body("session", matchesPattern("[A-Za-z0-9_-]{43}"));
    }

    @Test
    @DisplayName("W-029 the same request twice opens two sessions")
    void sameRequestTwice_opensTwoSessions() {
        String userId = fresh("user");
        String first = api.openFor(userId, "d").path("session");
        String second = api.openFor(userId, "d").path("session");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    @DisplayName("W-049 the body of the command-line client, without a screen, opens a session")
    void withoutScreen_is200() {
        api.open("{\"userId\": \"user\", \"device\": \"Generic Phone\", \"system\": \"Generic OS\"}")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("W-050 the misspelt userID is taken for userId")
    void misspeltUserId_isTaken() {
        api.open(
                        "{\"userID\":\"user\",\"device\":\"device\",\"system\":\"system\",\"screenHeight\":200,\"screenWidth\":200}")
                .then()
                .statusCode(200);
    }

    @Test
    void userId_goesBeforeItsMisspelling() {
        assertThat(samePerson("{\"userId\":\"a\",\"userID\":\"b\"", "{\"userId\":\"a\""))
                .isTrue();
        assertThat(samePerson("{\"userId\":null,\"userID\":\"b\"", "{\"userId\":\"b\""))
                .isTrue();
    }

    @Test
    @DisplayName("W-051 system and screen may be null")
    void nullSystemAndScreen_is200() {
        api.open(
                        "{\"userId\":\"user\",\"device\":\"Other\",\"system\":null,\"screenHeight\":null,\"screenWidth\":null}")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @DisplayName("W-052 a screen may be fractional, swapped, or told as text")
    @ValueSource(
            strings = {
                "\"screenHeight\":667,\"screenWidth\":375.5",
                "\"screenHeight\":1920,\"screenWidth\":1040",
                "\"screenHeight\":1040,\"screenWidth\":1920",
                "\"screenHeight\":\"568\",\"screenWidth\":\"320.0\"",
                "\"screenHeight\":3.2e2,\"screenWidth\":-0",
                "\"screenWidth\":320"
            })
    void oddScreen_is200(String screen) {
        api.open("{\"userId\":\"user\",\"device\":\"d\",\"system\":\"s\"," + screen + "}")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tall\"", "[]", "{}", "true"})
    void screenThatIsNoNumber_is400(String height) {
        assertRefused(
                "{\"userId\":\"user\",\"device\":\"d\",\"system\":\"s\",\"screenHeight\":" + height + "}",
                "Invalid parameter: screenHeight");
    }

    @Test
    @DisplayName("W-053 a missing userId, device or system is 400 and named")
    void missingField_is400() {
        assertRefused("{\"device\":\"d\",\"system\":\"s\"}", "Missing required parameter: userId");
        assertRefused("{\"userId\":null,\"device\":\"d\",\"system\":\"s\"}", "Missing required parameter: userId");
        assertRefused("{\"userId\":\"u\",\"system\":\"s\"}", "Missing required parameter: device");
        assertRefused("{\"userId\":\"u\",\"device\":null,\"system\":\"s\"}", "Missing required parameter: device");
        assertRefused("{\"userId\":\"u\",\"device\":\"d\"}", "Missing required parameter: system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "true", "[]", "{}", "\"\\ud800\"", "\"half a pair \\udc00 inside\""})
    void userIdThatIsNoText_is400(String userId) {
        assertRefused("{\"userId\":" + userId + ",\"device\":\"d\",\"system\":\"s\"}", "Invalid parameter: userId");
    }

    @Test
    void userId_isLimitedInCharacters() {
        String longest = "😀".repeat(256);
        api.openFor(longest, "d");
        assertRefused(
                "{\"userId\":\"" + longest + "x\",\"device\":\"d\",\"system\":\"s\"}", "Invalid parameter: userId");
    }

    @Test
    void userId_isComparedExactly() {
        assertThat(samePerson("{\"userId\":\"user\"", "{\"userId\":\"user\"")).isTrue();
        assertThat(samePerson("{\"userId\":\"user\"", "{\"userId\":\"User\"")).isFalse();
        assertThat(samePerson("{\"userId\":\"user\"", "{\"userId\":\" user\"")).isFalse();
        assertThat(samePerson("{\"userId\":\"user\"", "{\"userId\":\"user \"")).isFalse();
        assertThat(samePerson("{\"userId\":\"\u00e9\"", "{\"userId\":\"e\u0301\""))
                .isFalse();
    }

    @Test
    void numberAsUserId_isItsText() {
        assertThat(samePerson("{\"userId\":1234567890", "{\"userId\":\"1234567890\""))
                .isTrue();
        assertThat(samePerson("{\"userId\":12345678901234567890", "{\"userId\":\"12345678901234567890\""))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "\"\\ud800\"", "[]", "true"})
    void deviceThatIsNoText_is400(String device) {
        assertRefused("{\"userId\":\"u\",\"device\":" + device + ",\"system\":\"s\"}", "Invalid parameter: device");
    }

    @Test
    void endlessNames_are400() {
        String endless = "d".repeat(1025);
        assertRefused(
                "{\"userId\":\"u\",\"device\":\"" + endless + "\",\"system\":\"s\"}", "Invalid parameter: device");
        assertRefused(
                "{\"userId\":\"u\",\"device\":\"d\",\"system\":\"" + endless + "\"}", "Invalid parameter: system");
    }

    @ParameterizedTest
    @DisplayName("W-036 W-037 a body that is no JSON object is 400 with code 106")
    @ValueSource(strings = {"{", "", "[]", "\"x\"", "1", "null", "{} {}", "{\"userId\":\"u\""})
    void otherBody_is400(String body) {
        assertRefused(body, "Cannot decode request body");
    }

    @Test
    @DisplayName("W-038 unknown fields are ignored")
    void unknownFields_areIgnored() {
        api.open("{\"userId\":\"u\",\"device\":\"d\",\"system\":\"s\",\"extra\":{\"a\":[1,null]},\"session\":7}")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @DisplayName("W-039 metadata is repeated verbatim")
    @ValueSource(strings = {"eyJhIjoxfQ==", "plain text, not base64", "", "Zoë 日本 😀", " \\/ "})
    void metadata_isRepeated(String metadata) {
        api.open("{\"userId\":\"u\",\"device\":\"d\",\"system\":\"s\",\"metadata\":\"" + metadata.replace("\\/", "/")
                        + "\"}")
                .then()
                .statusCode(200)
                .body("metadata", equalTo(metadata.replace("\\/", "/")));
    }

    @ParameterizedTest
    @DisplayName("W-040 W-041 without metadata, or with null for it, the answer has none")
    @ValueSource(strings = {"", ",\"metadata\":null"})
    void noMetadata_isNotAnswered(String metadata) {
        Response answer = api.open("{\"userId\":\"u\",\"device\":\"d\",\"system\":\"s\"" + metadata + "}");
        assertThat(answer.jsonPath().getMap("$")).doesNotContainKey("metadata");
    }

    @Test
    void metadataAbove64KiB_is400() {
        assertRefused(
                "{\"userId\":\"u\",\"device\":\"d\",\"system\":\"s\",\"metadata\":\"" + "m".repeat(65_537) + "\"}",
                "Invalid parameter: metadata");
        api.open("{\"userId\":\"u\",\"device\":\"d\",\"system\":\"s\",\"metadata\":\"" + "m".repeat(65_536) + "\"}")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("W-117 any or no Content-Type is accepted")
    void contentType_doesNotMatter() {
        byte[] body = "\uFEFF{\"userId\":\"u\",\"device\":\"d\",\"system\":\"s\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = SignedCaller.of("application").headers("/v1/sessions", body);
        for (String type : new String[] {"text/plain", "application/json;charset=UTF-8", "image/png"}) {
            RestAssured.given()
                    .headers(headers)
                    .header("Content-Type", type)
                    .body(body)
                    .post("/v1/sessions")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    @DisplayName("W-045 a call nobody vouched for is 401, whatever its body")
    void withoutCallerContext_is401() {
        RestAssured.given()
                .body("{")
                .post("/v1/sessions")
                .then()
                .statusCode(401)
                .body("error", equalTo("Invalid API key or signature"))
                .body("errors[0].code", equalTo(120));
    }

    @Test
    void otherMethodAndPath_areAnsweredInTheContractsForm() {
        RestAssured.get("/v1/sessions").then().statusCode(405).body("error", equalTo("Method not allowed"));
        RestAssured.given().post("/v1/session").then().statusCode(404).body("error", equalTo("Not found"));
    }

    private void assertRefused(String body, String description) {
        api.open(body)
                .then()
                .statusCode(400)
                .body("error", equalTo(description))
                .body("errors[0].description", equalTo(description))
                .body("errors[0].code", equalTo(106));
    }

    /** The first 16 characters of a session id are the person's hash tag. */
    private boolean samePerson(String one, String other) {
        return tag(one).equals(tag(other));
    }

    private String tag(String userId) {
        String session =
                api.open(userId + ",\"device\":\"d\",\"system\":\"s\"}").path("session");
        return session.substring(0, 16);
    }
}
