package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceTokenTest {

    @Inject
    FaceClient client;

    @ParameterizedTest
    @DisplayName("W-058 face: enroll-1 to enroll-5, W-059 and enroll-6 have fixed digits, W-061 the same every time")
    @CsvSource({
        "enroll-1,1-5-9",
        "enroll-2,2-6-0",
        "enroll-3,3-7-4",
        "enroll-4,8-0-5",
        "enroll-5,9-4-6",
        "enroll-6,1-2-3",
        "enroll-7,4-5-6",
        "enroll-8,7-8-9",
        "enroll-9,0-0-1"
    })
    void enrolmentTokens_areFixed(String type, String digits) {
        String session = client.session();

        assertThat(token(session, type)).isEqualTo(digits);
        assertThat(token(session, type)).isEqualTo(digits);
    }

    @Test
    @DisplayName("W-058 face: auth tokens are issued, W-062 vary, W-064 and have the form of three digits")
    void authenticationTokens_vary() {
        String session = client.session();
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            tokens.add(token(session, "auth"));
        }

        assertThat(tokens).hasSizeGreaterThan(1).allMatch(token -> token.matches("^\\d-\\d-\\d$"));
    }

    @ParameterizedTest
    @DisplayName("W-060 face: bad, missing or null tokentype is 400")
    @ValueSource(strings = {"{}", "{\"tokentype\":null}", "{\"tokentype\":\"enroll\"}", "{\"tokentype\":1}"})
    void badTokenType_isRefused(String json) {
        Response answer = client.post(Route.FACE_TOKEN, new JsonObject(json).put("session", client.session()));

        assertRefused(answer, 400, 106);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("Invalid token type");
    }

    @Test
    @DisplayName("W-042 face token: unknown session is 403")
    void unknownSession_isRefused() {
        assertRefused(
                client.post(
                        Route.FACE_TOKEN, new JsonObject().put("session", "x").put("tokentype", "auth")),
                403,
                120);
    }

    @Test
    @DisplayName("W-039 face token: metadata is repeated")
    void metadata_isRepeated() {
        Response answer = client.post(
                Route.FACE_TOKEN,
                new JsonObject()
                        .put("session", client.session())
                        .put("tokentype", "auth")
                        .put("metadata", "bWV0YQ=="));

        assertThat(answer.jsonPath().getString("metadata")).isEqualTo("bWV0YQ==");
    }

    private String token(String session, String type) {
        return client.post(
                        Route.FACE_TOKEN,
                        new JsonObject().put("session", session).put("tokentype", type))
                .jsonPath()
                .getString("token");
    }
}
