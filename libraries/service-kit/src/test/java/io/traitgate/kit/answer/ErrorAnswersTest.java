package io.traitgate.kit.answer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.traitgate.kit.TestKeysets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeysets.class)
final class ErrorAnswersTest {
    @Test
    void aRefusalHasItsStatusTextAndCode() {
        assertError(failing("refusal"), 460, "No token found", 152);
    }

    @Test
    void aRefusalThatEndsByItselfSaysWhenInWholeSeconds() {
        assertError(failing("busy").header("Retry-After", "2"), 503, "Operation timeout", 170);
    }

    @Test
    void aStoreThatIsAwayIs503() {
        assertError(failing("store"), 503, "API error", 120);
    }

    @Test
    void timeThatRanOutIs500() {
        assertError(failing("late"), 500, "Operation timeout", 170);
        assertError(failing("deadline"), 500, "Operation timeout", 170);
    }

    @Test
    void anUnexpectedFailureTellsNothingOfTheInside() {
        for (String failure : new String[] {"unexpected", "thrown"}) {
            String answer = assertError(failing(failure), 500, "API error", 120);
            assertThat(answer).doesNotContain("secret detail").doesNotContain("Exception");
        }
    }

    @Test
    void aMissingParameterIsNamed() {
        assertError(post("/v1/echo/failure", "{}"), 400, "Missing required parameter: as", 106);
    }

    @Test
    void anUnknownPathIs404() {
        assertError(post("/v1/nothing", "{}"), 404, "Not found", 120);
        assertError(given().get("/").then(), 404, "Not found", 120);
    }

    @Test
    void anotherMethodIs405() {
        assertError(given().get("/v1/echo").then().header("Allow", "POST"), 405, "Method not allowed", 120);
        assertError(given().body("{}").put("/v1/echo").then(), 405, "Method not allowed", 120);
    }

    private static ValidatableResponse failing(String how) {
        return post("/v1/echo/failure", "{\"as\":\"" + how + "\"}");
    }

    private static ValidatableResponse post(String path, String body) {
        return given().header("X-TraitGate-Caller", TestKeysets.caller(path, body.getBytes(UTF_8), Instant.now()))
                .header("X-TraitGate-Time-Left", "300")
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post(path)
                .then();
    }

    private static String assertError(ValidatableResponse response, int status, String text, int code) {
        return response.statusCode(status)
                .header("Content-Type", "application/json; charset=utf-8")
                .body("error", equalTo(text))
                .body("errors.size()", equalTo(1))
                .body("errors[0].description", equalTo(text))
                .body("errors[0].code", equalTo(code))
                .extract()
                .asString();
    }
}
