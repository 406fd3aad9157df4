package io.traitgate.console.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody through to any resource of this service without the bearer token, not even to learn which paths exist.
 */
@Singleton
final class AdminTokenFilter {

    private static final String SCHEME = "Bearer ";

    private final AdminToken token;

    @Inject
    AdminTokenFilter(AdminToken token) {
        this.token = token;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = 0)
    Optional<RestResponse<Problem>> check(ContainerRequestContext request) {
        if (presents(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return Optional.empty();
        }
        Problem problem = new Problem(Status.UNAUTHORIZED, "The admin API needs its bearer token");
        return Optional.of(RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"traitgate-admin\"")
                .build());
    }

    private boolean presents(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.matches(authorization.substring(SCHEME.length()).strip());
    }
}
