package io.traitgate.session;

import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.contract.OpenApiContract;
import java.util.UUID;

/** Opens sessions as the gateway would, and lets no answer pass that the contract does not allow. */
public final class SessionApi {

    private final SignedCaller caller;

    private SessionApi(SignedCaller caller) {
        this.caller = caller;
    }

    public static SessionApi of(String application) {
        return new SessionApi(SignedCaller.of(application));
    }

    public Response open(String body) {
        Response answer = caller.post(Route.SESSIONS.path(), body);
        OpenApiContract.load().assertAnswer(Route.SESSIONS, answer.statusCode(), answer.asString());
        return answer;
    }

    /** A session of a user on a device, opened with success. */
    public Response openFor(String userId, String device) {
        Response answer =
                open("{\"userId\":\"%s\",\"device\":\"%s\",\"system\":\"iOS 9.2.1\"}".formatted(userId, device));
        answer.then().statusCode(200);
        return answer;
    }

    /** A name nobody else has. */
    public static String fresh(String kind) {
        return kind + "-" + UUID.randomUUID();
    }
}
