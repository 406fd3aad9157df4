package io.traitgate.gateway.answer;

import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.error.ErrorItem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the caller is told.
 *
 * @param body a JSON object
 * @param code the AimBrain code of the first error, 0 for success
 * @param retryAfter whole seconds
 */
public record Answer(int status, Buffer body, int code, Optional<Long> retryAfter) {

    /** A refused call that may be repeated is told to wait so long if nobody knows better. */
    private static final long DEFAULT_WAIT_SECONDS = 1;

    /** The answer of a service. */
    public static Answer of(int status, Buffer body, int code, Optional<Long> retryAfter) {
        return new Answer(status, body, code, status == 503 ? retryAfter.or(Answer::defaultWait) : retryAfter);
    }

    /** A refusal. */
    public static Answer of(ApiException refusal) {
        return of(
                refusal.status(),
                json(refusal.errors()),
                refusal.errors().getFirst().code(),
                refusal.retryAfter().map(Answer::wholeSeconds));
    }

    private static Buffer json(List<ErrorItem> errors) {
        JsonArray items = new JsonArray();
        errors.forEach(item -> items.add(
                new JsonObject().put("description", item.description()).put("code", item.code())));
        return new JsonObject()
                .put("error", errors.getFirst().description())
                .put("errors", items)
                .toBuffer();
    }

    private static Optional<Long> defaultWait() {
        return Optional.of(DEFAULT_WAIT_SECONDS);
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
