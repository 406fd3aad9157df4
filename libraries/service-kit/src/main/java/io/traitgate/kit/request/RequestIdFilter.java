package io.traitgate.kit.request;

import io.traitgate.contract.http.Headers;
import io.traitgate.kit.tracing.RequestIds;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Puts the request id into the log lines and the trace of the call, as {@code requestId}. */
final class RequestIdFilter {
    /** The header is not verified yet, and log lines are no place for a stranger's text. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @ServerRequestFilter(nonBlocking = true)
    public void remember(ContainerRequestContext request) {
        @Nullable String id = request.getHeaderString(Headers.REQUEST_ID);
        if (id != null && UUID.matcher(id).matches()) {
            MDC.put("requestId", id);
            RequestIds.note(id);
        }
    }
}
