package io.traitgate.gateway.answer;

import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Status;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;

/** Writes answers with the headers that every one of them carries, errors included: without them browsers see nothing. */
@Singleton
public final class AnswerWriter {

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized(Headers.JSON);
    private static final CharSequence CLOSE = HttpHeaders.createOptimized("close");
    private static final CharSequence ALLOWED_METHODS = HttpHeaders.createOptimized("POST, OPTIONS");
    private static final CharSequence ALLOWED_HEADERS =
            HttpHeaders.createOptimized("Content-Type, " + Headers.API_KEY + ", " + Headers.API_SIGNATURE);
    private static final CharSequence MAX_AGE = HttpHeaders.createOptimized("86400");
    private static final CharSequence EXPOSED_HEADERS =
            HttpHeaders.createOptimized(Headers.REQUEST_ID + ", Retry-After");

    private final WebOrigins origins;

    AnswerWriter(WebOrigins origins) {
        this.origins = origins;
    }

    /** Answers a preflight: what browsers may send. */
    public Future<Void> writePreflight(HttpServerRequest request, String requestId) {
        HttpServerResponse response = start(request, requestId, 204);
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, ALLOWED_METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        return response.end();
    }

    /**
     * Writes an answer.
     *
     * @param close whether the connection can take no further request
     */
    public Future<Void> write(HttpServerRequest request, String requestId, Answer answer, boolean close) {
        HttpServerResponse response = start(request, requestId, answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        answer.retryAfter().ifPresent(wait -> response.putHeader("Retry-After", Long.toString(wait)));
        if (answer.status() == 401) {
            response.putHeader("WWW-Authenticate", Headers.AUTHENTICATE_SCHEME);
        }
        if (answer.status() == 405) {
            response.putHeader(HttpHeaders.ALLOW, ALLOWED_METHODS);
        }
        if (close && request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, CLOSE);
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length()));
            return response.end();
        }
        return response.end(answer.body());
    }

    private HttpServerResponse start(HttpServerRequest request, String requestId, int status) {
        HttpServerResponse response = request.response()
                .setStatusCode(status)
                .setStatusMessage(Status.reasonPhrase(status))
                .putHeader(Headers.REQUEST_ID, requestId)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        origins.allow(request, response);
        return response;
    }
}
