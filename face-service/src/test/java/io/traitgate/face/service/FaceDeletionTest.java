package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.APPLICATION;
import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.FaceClient.somebody;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.Permission;
import io.traitgate.contract.http.Route;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceDeletionTest {

    @Inject
    FaceClient client;

    @Test
    @DisplayName("W-114 delete removes the template")
    void deletedUser_isNotKnownAnyMore_andMayEnrolAgain() {
        String user = somebody();
        String session = client.session(APPLICATION, user, null);
        client.enrol(session, OBAMA_2009);
        client.auth(session, OBAMA_2009);

        Response answer = client.post(Route.FACE_DELETE, request(user, session));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("deleted")).isTrue();
        assertRefused(client.auth(session, OBAMA_2009), 424, 107);
        assertThat(client.enrol(session, Portraits.OBAMA_2012).statusCode()).isEqualTo(200);
        assertThat(client.auth(session, OBAMA_2009).statusCode()).isEqualTo(200);
    }

    @Test
    void userWithoutEnrolment_isNotFound() {
        String user = somebody();

        assertRefused(client.post(Route.FACE_DELETE, request(user, client.session(APPLICATION, user, null))), 424, 107);
    }

    @Test
    void anotherUsersSession_isRefused() {
        assertRefused(client.post(Route.FACE_DELETE, request("somebody else", client.session())), 403, 120);
    }

    @Test
    void missingFields_areNamed() {
        assertRefused(client.post(Route.FACE_DELETE, new JsonObject().put("session", client.session())), 400, 106);
        assertRefused(client.post(Route.FACE_DELETE, new JsonObject().put("userId", "u")), 400, 106);
    }

    @Test
    void keyWithoutThePermission_isRefused() {
        String user = somebody();

        Response answer = client.post(
                SignedCaller.of(APPLICATION).withPermissions(EnumSet.complementOf(EnumSet.of(Permission.MANAGE))),
                Route.FACE_DELETE,
                request(user, client.session(APPLICATION, user, null)).encode());

        assertRefused(answer, 401, 120);
    }

    private static JsonObject request(String user, String session) {
        return new JsonObject().put("userId", user).put("session", session);
    }
}
