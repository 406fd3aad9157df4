package io.traitgate.kit.answer;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.error.ErrorAnswer;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Status;
import io.traitgate.keys.CallerRefusedException;
import io.traitgate.kit.metric.KitMetrics;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status.Family;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure with the error JSON of the contract, and never with a text of a framework. */
final class ErrorAnswers {
    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

    private final Failures failures;
    private final KitMetrics metrics;

    ErrorAnswers(Failures failures, KitMetrics metrics) {
        this.failures = failures;
        this.metrics = metrics;
    }

    @ServerExceptionMapper
    public RestResponse<ErrorAnswer> of(ApiException refusal) {
        ResponseBuilder<ErrorAnswer> answer = ResponseBuilder.<ErrorAnswer>create(
                        refusal.status(), Status.reasonPhrase(refusal.status()))
                .entity(refusal.answer())
                .type(MediaType.APPLICATION_JSON_TYPE);
        refusal.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
        if (refusal.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Headers.AUTHENTICATE_SCHEME);
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public RestResponse<ErrorAnswer> of(CallerRefusedException refused) {
        LOG.warnf("A request without a valid caller context was refused: %s", refused.reason());
        metrics.callerRefused(refused.reason());
        return of(new ApiException(ApiError.INVALID_KEY_OR_SIGNATURE));
    }

    @ServerExceptionMapper
    public RestResponse<ErrorAnswer> of(NotFoundException unknown) {
        return of(new ApiException(ApiError.NOT_FOUND));
    }

    @ServerExceptionMapper
    public RestResponse<ErrorAnswer> of(NotAllowedException otherMethod) {
        RestResponse<ErrorAnswer> answer = of(new ApiException(ApiError.METHOD_NOT_ALLOWED));
        answer.getHeaders().putSingle(HttpHeaders.ALLOW, "POST");
        return answer;
    }

    @ServerExceptionMapper
    public RestResponse<ErrorAnswer> of(WebApplicationException framework) {
        boolean callersFault = framework.getResponse().getStatusInfo().getFamily() == Family.CLIENT_ERROR;
        return callersFault ? of(new ApiException(ApiError.INVALID_BODY)) : of((Throwable) framework);
    }

    @ServerExceptionMapper
    public RestResponse<ErrorAnswer> of(Throwable failure) {
        return of(failures.refusal(failure));
    }

    private static long wholeSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
