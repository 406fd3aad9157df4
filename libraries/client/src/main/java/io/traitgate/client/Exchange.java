package io.traitgate.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call and what came back, whatever it was.
 *
 * @param method HTTP method
 * @param path as requested, without prefix and query
 * @param status HTTP status
 * @param elapsed from the first byte sent to the last byte received
 * @param requestId by which the operator finds the call; null if the answer names none
 * @param body the answer's body as text
 */
public record Exchange(
        String method,
        String path,
        int status,
        Duration elapsed,
        @Nullable String requestId,
        String body) {
    /** Without the body, which may hold a token. */
    @Override
    public String toString() {
        return method + ' ' + path + ' ' + status;
    }
}
