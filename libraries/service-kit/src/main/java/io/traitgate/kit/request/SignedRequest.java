package io.traitgate.kit.request;

import io.traitgate.contract.error.ApiException;
import io.traitgate.keys.CallerContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that the gateway vouched for: whoever holds one knows that signature, age, method, path and body were
 * verified.
 *
 * <p>It is the parameter of a resource method, and there is no other way to get one, so a route that takes it cannot be
 * reached without the gateway. The resource class declares {@code @Consumes(MediaType.WILDCARD)}, since clients send any
 * or no Content-Type:
 *
 * <pre>{@code
 * @Path("/v1/face/enroll")
 * @Consumes(MediaType.WILDCARD)
 * final class EnrolmentResource {
 *     @POST
 *     Uni<FaceEnrolAnswer> enrol(SignedRequest request) { ... }
 * }
 * }</pre>
 *
 * <p>The method runs on the event loop. Bodies above 64 KiB have been hashed and parsed on a worker before.
 */
public final class SignedRequest {
    private final CallerContext caller;
    private final byte[] body;
    private final Deadline deadline;
    private final String userAgent;
    private final ParsedBody parsed;
    private final Duration reading;

    /** @param begun nano time at which reading began */
    SignedRequest(CallerContext caller, byte[] body, Deadline deadline, @Nullable String userAgent, long begun) {
        this.caller = caller;
        this.body = body;
        this.deadline = deadline;
        this.userAgent = userAgent == null ? "" : userAgent;
        this.parsed = ParsedBody.of(body);
        this.reading = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Who calls and what the key may do. */
    public CallerContext caller() {
        return caller;
    }

    /** The application that calls. */
    public String application() {
        return caller.application();
    }

    /** The body, byte by byte as the client signed it; not to be changed. */
    public byte[] body() {
        return body;
    }

    /**
     * The body as a JSON object.
     *
     * @throws ApiException 400/106 if it is none
     */
    public JsonRequest json() {
        return switch (parsed) {
            case ParsedBody.Json json -> json.request();
            case ParsedBody.Refused refused -> throw refused.reason();
        };
    }

    /** When the gateway stops waiting. */
    public Deadline deadline() {
        return deadline;
    }

    /** How long it took to receive the body, verify the caller and parse. */
    public Duration reading() {
        return reading;
    }

    /** UUIDv7 of the call, which the caller sees as {@code X-Request-Id}. */
    public String requestId() {
        return caller.requestId();
    }

    /** What the client calls itself; empty if it does not. */
    public String userAgent() {
        return userAgent;
    }

    @Override
    public String toString() {
        return "SignedRequest[" + requestId() + ' ' + caller.path() + ", " + body.length + " bytes]";
    }

    /** The outcome of parsing, which was done where it may take time, and is told where it is asked for. */
    private sealed interface ParsedBody {
        record Json(JsonRequest request) implements ParsedBody {}

        record Refused(ApiException reason) implements ParsedBody {}

        static ParsedBody of(byte[] body) {
            try {
                return new Json(JsonRequest.parse(body));
            } catch (ApiException refused) {
                return new Refused(refused);
            }
        }
    }
}
