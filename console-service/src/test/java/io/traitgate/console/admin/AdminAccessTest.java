package io.traitgate.console.admin;

import static io.traitgate.console.AdminApi.asAdmin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.traitgate.console.AdminApi;
import io.traitgate.testkit.WithLocalStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "console")
final class AdminAccessTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /admin/applications",
        "POST, /admin/applications",
        "POST, /admin/applications/import",
        "POST, /admin/keys/some-key/rotate",
        "DELETE, /admin/keys/some-key",
        "GET, /admin/applications/demo/settings",
        "PUT, /admin/applications/demo/settings",
        "GET, /admin/events",
        "GET, /admin/nothing-here",
        "PATCH, /admin/applications",
        "GET, /somewhere/else",
    })
    void withoutToken_everythingIs401(String method, String path) {
        assertRefused(RestAssured.given().request(method, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic YWRtaW46YWRtaW4=", "token"})
    void withOtherCredentials_is401(String authorization) {
        assertRefused(RestAssured.given().header("Authorization", authorization).get("/admin/applications"));
    }

    @Test
    void tokenInAnotherScheme_is401() {
        assertRefused(
                RestAssured.given().header("Authorization", AdminApi.token()).get("/admin/applications"));
    }

    @Test
    void schemeName_hasNoCase() {
        RestAssured.given()
                .header("Authorization", "bearer " + AdminApi.token())
                .get("/admin/applications")
                .then()
                .statusCode(200);
    }

    @Test
    void unknownPath_is404Problem() {
        asAdmin()
                .get("/admin/nothing-here")
                .then()
                .statusCode(404)
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .body("status", equalTo(404), "title", equalTo("Not Found"));
    }

    @Test
    void otherMethod_is405Problem() {
        asAdmin()
                .delete("/admin/applications")
                .then()
                .statusCode(405)
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .body("status", equalTo(405));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"demo\"", "{\"name\":{}}", "{\"name\":\"x\",\"permissions\":\"write\"}"})
    void otherBody_is400Problem(String body) {
        asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/admin/applications")
                .then()
                .statusCode(400)
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .body("status", equalTo(400), "detail", not(containsString("io.traitgate")));
    }

    @Test
    void healthAndMetrics_needNoToken() {
        RestAssured.given().get("/q/health/live").then().statusCode(200);
        RestAssured.given().get("/q/metrics").then().statusCode(200);
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("status", equalTo(401), "title", equalTo("Unauthorized"));
    }
}
