package io.traitgate.gateway.answer;

import io.traitgate.gateway.HttpSettings;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which web pages may read answers. No cookie is ever involved, so allowing all of them gives nothing away. */
@Singleton
final class WebOrigins {

    private static final String ANY = "*";

    private final Set<String> origins;

    WebOrigins(HttpSettings settings) {
        this.origins = Set.copyOf(settings.corsOrigins());
    }

    void allow(HttpServerRequest request, HttpServerResponse response) {
        if (origins.contains(ANY)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
            return;
        }
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
    }
}
