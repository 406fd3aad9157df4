package io.traitgate.console.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.traitgate.console.store.DatabaseOutage;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Turns every failure into a problem document; what was not foreseen is logged and told without details. The priority
 * puts these before the mappers that answer in the form of the public API.
 */
@Singleton
final class ProblemMappers {

    private static final Logger LOGGER = Logger.getLogger(ProblemMappers.class);

    private static final int FIRST = Priorities.USER - 1000;

    @ServerExceptionMapper(priority = FIRST)
    RestResponse<Problem> refused(ProblemException refusal) {
        return answer(refusal.problem());
    }

    @ServerExceptionMapper(priority = FIRST)
    RestResponse<Problem> unreadable(MismatchedInputException notAsExpected) {
        return answer(unreadableBody());
    }

    @ServerExceptionMapper(priority = FIRST)
    RestResponse<Problem> unknown(NotFoundException refusal) {
        return refusedByFramework(refusal);
    }

    @ServerExceptionMapper(priority = FIRST)
    RestResponse<Problem> otherMethod(NotAllowedException refusal) {
        return refusedByFramework(refusal);
    }

    /** Routing, media types and bodies: what the framework refuses. */
    @ServerExceptionMapper(priority = FIRST)
    RestResponse<Problem> refusedByFramework(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JacksonException) {
            return answer(unreadableBody());
        }
        @Nullable Status status = Status.fromStatusCode(refusal.getResponse().getStatus());
        if (status == null) {
            return unforeseen(refusal);
        }
        return answer(new Problem(status, status.getReasonPhrase()));
    }

    @ServerExceptionMapper(priority = FIRST)
    RestResponse<Problem> unforeseen(Throwable failure) {
        if (DatabaseOutage.matches(failure)) {
            LOGGER.warnf("The database is away: %s", failure.toString());
            return answer(new Problem(Status.SERVICE_UNAVAILABLE, "The database cannot be reached; try again"));
        }
        LOGGER.error("A request to the admin API failed", failure);
        return answer(new Problem(Status.INTERNAL_SERVER_ERROR, "The request failed; the log of the console says why"));
    }

    private static Problem unreadableBody() {
        return new Problem(Status.BAD_REQUEST, "The body is not the JSON object that is expected here");
    }

    private static RestResponse<Problem> answer(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }
}
