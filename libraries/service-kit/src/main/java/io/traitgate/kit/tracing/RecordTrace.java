package io.traitgate.kit.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Carries the request id of a call over a topic, beside the trace that the framework carries: what is done with a record
 * later has it in its log lines and its span, as the call itself had.
 */
@Singleton
public final class RecordTrace {
    private static final String HEADER = "request-id";
    private static final String LOGGED = "requestId";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Tracer tracer;

    RecordTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The headers of a record that the call of this thread writes. */
    public static Headers headers() {
        Headers headers = new RecordHeaders();
        if (MDC.get(LOGGED) instanceof String requestId) {
            headers.add(HEADER, requestId.getBytes(US_ASCII));
        }
        return headers;
    }

    /**
     * Does the work for a record as a part of the call that wrote it.
     *
     * @param name of the span
     * @param received the trace that came with the record
     */
    public <T> Uni<T> inTrace(String name, Context received, Headers headers, Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Optional<String> requestId = requestId(headers.lastHeader(HEADER));
            requestId.ifPresentOrElse(id -> MDC.put(LOGGED, id), () -> MDC.remove(LOGGED));
            Span span = tracer.spanBuilder(name).setParent(received).startSpan();
            requestId.ifPresent(id -> span.setAttribute(RequestIds.REQUEST_ID, id));
            return work.onTermination().invoke((item, failure, cancelled) -> {
                if (failure != null) {
                    span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
                }
                span.end();
                MDC.remove(LOGGED);
            });
        });
    }

    private static Optional<String> requestId(@Nullable Header header) {
        return Optional.ofNullable(header)
                .map(found -> new String(found.value(), US_ASCII))
                .filter(id -> UUID.matcher(id).matches());
    }
}
