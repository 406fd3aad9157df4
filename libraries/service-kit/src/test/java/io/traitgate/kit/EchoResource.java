package io.traitgate.kit;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.kit.answer.StoreOutage;
import io.traitgate.kit.request.SignedRequest;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A service as small as can be, for the tests of the kit. */
@Path("/v1/echo")
@Consumes(MediaType.WILDCARD)
public final class EchoResource {
    /** What was received. */
    public record Echo(
            String application,
            int bytes,
            boolean onEventLoop,
            long timeLeftMillis,
            String userAgent,
            @Nullable String metadata) {}

    @POST
    public Uni<Echo> echo(SignedRequest request) {
        return Uni.createFrom()
                .item(() -> new Echo(
                        request.application(),
                        request.body().length,
                        Context.isOnEventLoopThread(),
                        request.deadline().left().toMillis(),
                        request.userAgent(),
                        request.json().metadata()));
    }

    @POST
    @Path("failure")
    public Uni<Echo> fail(SignedRequest request) {
        Uni<Echo> never = Uni.createFrom().nothing();
        return switch (request.json().requiredText("as")) {
            case "refusal" -> Uni.createFrom().failure(new ApiException(ApiError.NO_TOKEN));
            case "busy" ->
                Uni.createFrom().failure(ApiException.retryAfter(ApiError.OVERLOADED, Duration.ofMillis(1200)));
            case "store" -> Uni.createFrom().failure(new IllegalStateException(new IOException("connection refused")));
            case "late" ->
                Uni.createFrom()
                        .<Echo>nothing()
                        .ifNoItem()
                        .after(Duration.ofMillis(1))
                        .fail();
            case "deadline" -> request.deadline().limit(never);
            case "thrown" -> throw new NoSuchElementException("secret detail");
            default -> Uni.createFrom().failure(new IllegalArgumentException("secret detail"));
        };
    }

    /** The outage of a store this service might have. */
    @Singleton
    static final class ConnectionOutage implements StoreOutage {
        @Override
        public boolean matches(Throwable failure) {
            return failure instanceof IOException;
        }
    }
}
