package io.traitgate.face.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.ClientDevice;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.contract.OpenApiContract;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client behind the gateway. Every answer it gets is held against the contract's schema. */
@Singleton
final class FaceClient {

    static final String APPLICATION = "app";

    private final SessionStore sessions;
    private final ServiceKeys keys;

    FaceClient(SessionStore sessions, ServiceKeys keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    static String somebody() {
        return "user-" + UUID.randomUUID();
    }

    /** A session of a user nobody has met before. */
    String session() {
        return session(APPLICATION, somebody(), "Android 8.0.0");
    }

    String session(String application, String userId, @Nullable String system) {
        Session session = sessions.open(
                        new Person(application, keys.personHash().of(application, userId)),
                        new byte[] {1},
                        new ClientDevice("phone", system, null, null))
                .await()
                .atMost(Duration.ofSeconds(10));
        return session.id().text();
    }

    Response enrol(String session, byte[]... faces) {
        return post(Route.FACE_ENROL, body(session, faces));
    }

    Response auth(String session, byte[]... faces) {
        return post(Route.FACE_AUTH, body(session, faces));
    }

    static JsonObject body(String session, byte[]... faces) {
        return new JsonObject().put("session", session).put("faces", base64(faces));
    }

    static JsonArray base64(byte[]... files) {
        return new JsonArray(
                Arrays.stream(files).map(Base64.getEncoder()::encodeToString).toList());
    }

    Response post(Route route, JsonObject body) {
        return post(route, body.encode());
    }

    Response post(Route route, String body) {
        return post(SignedCaller.of(APPLICATION), route, body);
    }

    Response post(SignedCaller caller, Route route, String body) {
        Response answer = caller.post(route.path(), body);
        OpenApiContract.load().assertAnswer(route, answer.statusCode(), answer.asString());
        return answer;
    }

    static void assertRefused(Response answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(codes(answer)).first().isEqualTo(code);
    }

    static List<Integer> codes(Response answer) {
        return answer.jsonPath().getList("errors.code", Integer.class);
    }
}
