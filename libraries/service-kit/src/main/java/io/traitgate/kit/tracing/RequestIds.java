package io.traitgate.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/**
 * Gives spans the request id of their call, by which an operator comes from an answer, an event or a log line to the trace;
 * and takes from them what a stranger wrote into the address of a call, which may be anything.
 */
@Singleton
public final class RequestIds implements SpanProcessor {
    /** The attribute. */
    public static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("traitgate.request_id");

    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("url.full");

    /** Notes the request id of the call that this thread serves; where nothing is traced it does nothing. */
    public static void note(String requestId) {
        Span.current().setAttribute(REQUEST_ID, requestId);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (Span.fromContext(parent) instanceof ReadableSpan above) {
            String requestId = above.getAttribute(REQUEST_ID);
            if (requestId != null) {
                span.setAttribute(REQUEST_ID, requestId);
            }
        }
        blank(span, QUERY);
        blank(span, ADDRESS);
    }

    private static void blank(ReadWriteSpan span, AttributeKey<String> key) {
        if (span.getAttribute(key) != null) {
            span.setAttribute(key, "");
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
