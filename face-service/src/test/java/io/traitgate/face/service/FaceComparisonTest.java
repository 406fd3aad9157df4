package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.APPLICATION;
import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.FaceClient.base64;
import static io.traitgate.face.service.FaceClient.codes;
import static io.traitgate.face.service.FaceClient.somebody;
import static io.traitgate.face.service.Portraits.BIDEN;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static io.traitgate.face.service.Portraits.OBAMA_2012;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.Permission;
import io.traitgate.contract.http.Route;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceComparisonTest {

    @Inject
    FaceClient client;

    @Test
    @DisplayName("W-083 compare without session, W-085 same person scores 0.5 or more, and all three fields are there")
    void twoPhotosOfOnePerson_areAlike() {
        Response answer = compare(OBAMA_2009, OBAMA_2012);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getDouble("score")).isGreaterThanOrEqualTo(0.5);
        assertThat(answer.jsonPath().getDouble("liveliness1")).isZero();
        assertThat(answer.jsonPath().getDouble("liveliness2")).isZero();
    }

    @Test
    @DisplayName("W-085 compare: another person scores below 0.5")
    void photosOfTwoPeople_areNot() {
        assertThat(compare(OBAMA_2009, BIDEN).jsonPath().getDouble("score")).isZero();
    }

    @ParameterizedTest
    @DisplayName("W-084 compare with a session that is not known, or no session at all")
    @ValueSource(strings = {"no-such-session", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void unknownSession_isIgnored(String session) {
        assertThat(client.post(Route.FACE_COMPARE, sides(OBAMA_2009, OBAMA_2012).put("session", session))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post(Route.FACE_COMPARE, sides(OBAMA_2009, OBAMA_2012).put("session", 5))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("W-084 compare with a known session")
    void knownSession_isUsed() {
        String session = client.session(APPLICATION, somebody(), "iOS 9.2.1");
        JsonObject request = sides(Portraits.lying(OBAMA_2009), OBAMA_2012).put("session", session);

        assertThat(client.post(Route.FACE_COMPARE, request).jsonPath().getDouble("score"))
                .isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @DisplayName("W-086 compare needs both arrays: 400/150")
    @ValueSource(strings = {"faces1", "faces2"})
    void missingSide_isRefused(String field) {
        JsonObject request = sides(OBAMA_2009, OBAMA_2012);
        request.remove(field);

        assertRefused(client.post(Route.FACE_COMPARE, request), 400, 150);
        assertRefused(client.post(Route.FACE_COMPARE, request.putNull(field)), 400, 150);
    }

    @Test
    void faultsOfBothSides_areTold_inOrder() {
        Response answer = compare(Portraits.wall(), Portraits.far(BIDEN));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(codes(answer)).containsExactly(1, 7);
    }

    @Test
    void keyWithoutThePermission_isRefused() {
        Response answer = client.post(
                SignedCaller.of(APPLICATION).withPermissions(Set.of(Permission.AUTH)),
                Route.FACE_COMPARE,
                sides(OBAMA_2009, OBAMA_2012).encode());

        assertRefused(answer, 401, 120);
    }

    private Response compare(byte[] left, byte[] right) {
        return client.post(Route.FACE_COMPARE, sides(left, right));
    }

    private static JsonObject sides(byte[] left, byte[] right) {
        return new JsonObject().put("faces1", base64(left)).put("faces2", base64(right));
    }
}
