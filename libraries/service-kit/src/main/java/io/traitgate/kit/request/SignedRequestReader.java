package io.traitgate.kit.request;

import io.traitgate.contract.http.Headers;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.CallerContextVerifier;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link SignedRequest} of a resource method, or refuses the request.
 *
 * <p>Quarkus calls it on the event loop for bodies up to {@code quarkus.rest.input-buffer-size} (64 KiB here) and on a
 * worker for larger ones, and returns to the event loop afterwards. So verification and parsing belong here.
 */
@Provider
public final class SignedRequestReader implements ServerMessageBodyReader<SignedRequest> {
    private final CallerContextVerifier verifier;
    private final Clock clock;

    public SignedRequestReader(CallerContextVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return type == SignedRequest.class;
    }

    @Override
    public SignedRequest readFrom(
            Class<SignedRequest> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        long begun = System.nanoTime();
        ServerHttpRequest request = ((ResteasyReactiveRequestContext) context).serverRequest();
        byte[] body = context.getInputStream().readAllBytes();
        CallerContext caller = verifier.verify(
                request.getRequestHeader(Headers.CALLER), request.getRequestMethod(), request.getRequestPath(), body);
        return new SignedRequest(
                caller,
                body,
                Deadline.in(timeLeft(request.getRequestHeader(Headers.TIME_LEFT)), clock),
                request.getRequestHeader(HttpHeaders.USER_AGENT),
                begun);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return false;
    }

    @Override
    public SignedRequest readFrom(
            Class<SignedRequest> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        throw new UnsupportedOperationException("A signed request is read from the server's own context only");
    }

    /** What the gateway says is left; it is not signed, so it may shorten a call but never lengthen it. */
    private static Duration timeLeft(@Nullable String header) {
        try {
            long millis = header == null ? Deadline.WHOLE.toMillis() : Long.parseLong(header);
            return Duration.ofMillis(Math.clamp(millis, 0, Deadline.WHOLE.toMillis()));
        } catch (NumberFormatException malformed) {
            return Deadline.WHOLE;
        }
    }
}
