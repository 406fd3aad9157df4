package io.traitgate.face.service.lane;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Route;
import io.traitgate.inference.lane.Lanes;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses calls that would wait too long for a lane by their heads alone: before the body is read, hashed and parsed, the
 * session fetched and an attempt begun. Past saturation most calls end here, and what they cost is taken from the others.
 *
 * <p>It comes before the caller's signature is verified, and tells a stranger no more than that the service is busy.
 * Refusals are counted with the lanes' metrics and leave no event: nothing is known yet about whom they concern.
 */
final class LaneDoor {

    private static final Set<String> NEEDING_A_LANE = Stream.of(Route.FACE_ENROL, Route.FACE_AUTH, Route.FACE_COMPARE)
            .map(Route::path)
            .collect(Collectors.toUnmodifiableSet());

    private final Lanes lanes;

    LaneDoor(Lanes lanes) {
        this.lanes = lanes;
    }

    @ServerRequestFilter(nonBlocking = true)
    public void admit(HttpServerRequest request) {
        if (NEEDING_A_LANE.contains(request.path())) {
            lanes.overload().ifPresent(refused -> {
                throw ApiException.retryAfter(ApiError.OVERLOADED, refused.retryAfter());
            });
        }
    }
}
