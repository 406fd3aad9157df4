package io.traitgate.gateway.upstream;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.gateway.answer.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets only answers of the contract through: 200 with a JSON object, or a status of the catalogue with an error. What
 * a proxy or a framework says instead is replaced, since clients show what they get or break on it.
 */
final class UpstreamJudge {

    private static final Set<Integer> ERROR_STATUSES =
            Arrays.stream(ApiError.values()).map(ApiError::status).collect(Collectors.toUnmodifiableSet());

    private UpstreamJudge() {}

    /** The answer to pass on; empty if the contract does not know it. */
    static Optional<Answer> judge(int status, @Nullable String contentType, Buffer body, Optional<Long> retryAfter) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return Optional.empty();
        }
        if (status == 200) {
            return isObject(body) ? Optional.of(Answer.of(status, body, 0, Optional.empty())) : Optional.empty();
        }
        if (!ERROR_STATUSES.contains(status)) {
            return Optional.empty();
        }
        return code(body).map(code -> Answer.of(status, body, code, retryAfter));
    }

    /** What the caller is told in place of such an answer. */
    static ApiException replacement(int status) {
        return new ApiException(
                switch (status) {
                    case 502, 503 -> ApiError.STORE_UNREACHABLE;
                    case 504 -> ApiError.TIMEOUT;
                    default -> ApiError.API_ERROR;
                });
    }

    /** A look at both ends is enough: services write success with one serialiser, and bodies are not parsed here. */
    private static boolean isObject(Buffer body) {
        return body.length() > 2 && body.getByte(0) == '{' && body.getByte(body.length() - 1) == '}';
    }

    private static Optional<Integer> code(Buffer body) {
        try {
            JsonObject error = body.toJsonObject();
            JsonArray items = error.getJsonArray("errors");
            JsonObject first = items.getJsonObject(0);
            return first.getString("description").equals(error.getString("error"))
                    ? Optional.of(first.getInteger("code"))
                    : Optional.empty();
        } catch (DecodeException | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
