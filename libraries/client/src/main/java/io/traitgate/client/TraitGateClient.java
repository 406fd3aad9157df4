package io.traitgate.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.traitgate.contract.error.ErrorItem;
import io.traitgate.contract.face.FaceCompareAnswer;
import io.traitgate.contract.face.FaceCompareRequest;
import io.traitgate.contract.face.FaceEnrolAnswer;
import io.traitgate.contract.face.FaceItemsRequest;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.modality.AuthAnswer;
import io.traitgate.contract.modality.DeleteAnswer;
import io.traitgate.contract.modality.DeleteRequest;
import io.traitgate.contract.session.SessionAnswer;
import io.traitgate.contract.session.SessionRequest;
import io.traitgate.contract.signature.RequestSigner;
import io.traitgate.contract.token.TokenAnswer;
import io.traitgate.contract.token.TokenRequest;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Calls the API: signs each request, and gives the answer as a record.
 *
 * <p>Every method blocks until the answer is there, which the API promises within 8 s, and throws {@link ApiCallException}
 * for a refusal and {@link UnreachableException} if no answer came. Nothing is repeated: repeating the same call with the
 * same arguments is safe, since the API answers a repeat as it answered the first. Safe for use by several threads.
 */
public final class TraitGateClient {
    private final Credentials credentials;
    private final HttpExchanges exchanges;

    /** A client with connections of its own. */
    public TraitGateClient(Credentials credentials) {
        this(credentials, HttpExchanges.unobserved());
    }

    /** A client over these exchanges, which can be observed. */
    public TraitGateClient(Credentials credentials, HttpExchanges exchanges) {
        this.credentials = credentials;
        this.exchanges = exchanges;
    }

    /** Opens a session for a user, and tells how they stand. */
    public SessionAnswer openSession(SessionRequest request) {
        return call(Route.SESSIONS, request, SessionAnswer.class);
    }

    /** Fetches the digits to be spoken: {@code auth}, or {@code enroll-1} to {@code enroll-9}. */
    public TokenAnswer faceToken(String session, String type) {
        return call(Route.FACE_TOKEN, new TokenRequest(session, type, null), TokenAnswer.class);
    }

    /** Adds photos or videos to the user's template, which is built in the background. */
    public FaceEnrolAnswer enrolFace(String session, List<byte[]> faces) {
        return call(Route.FACE_ENROL, new FaceItemsRequest(session, base64(faces), null), FaceEnrolAnswer.class);
    }

    /** Compares photos or videos with the user's template. */
    public AuthAnswer authenticateFace(String session, List<byte[]> faces) {
        return call(Route.FACE_AUTH, new FaceItemsRequest(session, base64(faces), null), AuthAnswer.class);
    }

    /** Compares photos or videos with each other; nothing is stored. */
    public FaceCompareAnswer compareFaces(List<byte[]> first, List<byte[]> second) {
        return call(
                Route.FACE_COMPARE,
                new FaceCompareRequest(base64(first), base64(second), null, null),
                FaceCompareAnswer.class);
    }

    /** Removes the template and samples of the session's user, who is named once more. */
    public DeleteAnswer deleteFace(String userId, String session) {
        return call(Route.FACE_DELETE, new DeleteRequest(userId, session, null), DeleteAnswer.class);
    }

    private <T> T call(Route route, Object request, Class<T> answerType) {
        byte[] body = Json.write(request);
        Exchange exchange = exchanges.send(
                credentials.url(),
                route.path(),
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header(Headers.API_KEY, credentials.apiKey())
                        .header(
                                Headers.API_SIGNATURE,
                                RequestSigner.sign(credentials.secret(), "POST", route.path(), body))
                        .POST(BodyPublishers.ofByteArray(body)));
        if (exchange.status() != 200) {
            throw new ApiCallException(exchange.status(), errors(exchange.body()));
        }
        try {
            return Json.read(exchange.body(), answerType);
        } catch (UncheckedIOException other) {
            throw UnreachableException.ofAnotherServer(credentials.url(), other);
        }
    }

    private static List<String> base64(List<byte[]> items) {
        return items.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    private static List<ErrorItem> errors(String body) {
        List<ErrorItem> errors = new ArrayList<>();
        for (JsonNode error : Json.tree(body).path("errors")) {
            errors.add(new ErrorItem(
                    error.path("description").asText(), error.path("code").asInt()));
        }
        return errors;
    }
}
