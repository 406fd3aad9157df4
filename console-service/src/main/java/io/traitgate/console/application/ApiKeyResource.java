package io.traitgate.console.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.admin.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code /admin/keys/{apiKey}}. */
@Path("/admin/keys/{apiKey}")
@Singleton
final class ApiKeyResource {

    private static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    private final ApiKeys keys;
    private final ObjectMapper json;

    @Inject
    ApiKeyResource(ApiKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @POST
    @Path("rotate")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    public Uni<IssuedKey> rotate(@RestPath String apiKey, @Nullable String body) {
        return keys.rotate(apiKey, overlap(body));
    }

    @DELETE
    public Uni<Void> revoke(@RestPath String apiKey) {
        return keys.revoke(apiKey);
    }

    /** The body is optional, and so is its one field. */
    private Duration overlap(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return DEFAULT_OVERLAP;
        }
        try {
            String wanted = json.readValue(body, Rotation.class).overlap();
            return wanted == null ? DEFAULT_OVERLAP : checked(Duration.parse(wanted));
        } catch (JsonProcessingException | DateTimeException unreadable) {
            throw unusable();
        }
    }

    private static Duration checked(Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw unusable();
        }
        return overlap;
    }

    private static ProblemException unusable() {
        return ProblemException.badRequest(
                "The body may be a JSON object with overlap, an ISO 8601 duration from PT0S to PT2160H (90 days)");
    }

    /**
     * The body of a rotation.
     *
     * @param overlap how long both keys are good, such as {@code PT24H}
     */
    private record Rotation(@Nullable String overlap) {}
}
