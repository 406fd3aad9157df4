package io.traitgate.gateway.upstream;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.gateway.answer.Answer;
import io.traitgate.gateway.metric.GatewayMetrics;
import io.traitgate.gateway.signature.VerifiedCall;
import io.traitgate.keys.CallerContext;
import io.traitgate.keys.CallerContextSigner;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands verified calls to the service of their route, bytes untouched, with a signed statement of who calls. Never
 * repeats a call: a service may have begun it.
 */
@Singleton
public final class Forwarder {

    private static final Logger LOG = Logger.getLogger(Forwarder.class);

    /** So that a service's own answer to running out of time arrives before the gateway's. */
    private static final Duration WAY_BACK = Duration.ofMillis(200);

    private static final String TRACE_PARENT = "traceparent";
    private static final String TRACE_STATE = "tracestate";
    private static final int LONGEST_PASSED_HEADER = 512;

    private final HttpClient client;
    private final Upstreams upstreams;
    private final CallerContextSigner signer;
    private final Clock clock;
    private final GatewayMetrics metrics;

    Forwarder(HttpClient client, Upstreams upstreams, CallerContextSigner signer, Clock clock, GatewayMetrics metrics) {
        this.client = client;
        this.upstreams = upstreams;
        this.signer = signer;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The service's answer; fails with {@link ApiException} if there is none that the contract knows. */
    public Future<Answer> forward(CallInProgress call, VerifiedCall verified) {
        Route route = verified.route();
        Optional<RequestOptions> address = upstreams.address(route.service());
        if (address.isEmpty()) {
            return Future.failedFuture(new ApiException(ApiError.STORE_UNREACHABLE));
        }
        RequestOptions options = address.get().setMethod(HttpMethod.POST).setURI(route.path());
        addHeaders(options, call, verified);
        return client.request(options)
                .compose(request -> send(request, call, verified))
                .recover(failure -> Future.failedFuture(refusal(failure, call, route)));
    }

    private Future<Answer> send(HttpClientRequest request, CallInProgress call, VerifiedCall verified) {
        Future<Answer> answer = request.response().compose(response -> receive(response, call, verified.route()));
        call.atEnd(() -> {
            // Resetting what has ended would close a connection that the next call can use.
            if (!answer.isComplete()) {
                request.reset();
            }
        });
        request.putHeader(
                HttpHeaders.CONTENT_LENGTH, Long.toString(verified.body().length()));
        verified.body()
                .read((block, length) -> request.write(Buffer.buffer(length).appendBytes(block, 0, length)));
        request.end();
        return answer;
    }

    private Future<Answer> receive(HttpClientResponse response, CallInProgress call, Route route) {
        return response.body()
                .map(body -> UpstreamJudge.judge(
                                response.statusCode(),
                                response.getHeader(HttpHeaders.CONTENT_TYPE),
                                body,
                                seconds(response.getHeader("Retry-After")))
                        .orElseThrow(() -> {
                            metrics.upstreamFailure(route.service().wireName(), "answer");
                            LOG.errorf(
                                    "Call %s: %s answered %d in a form the contract does not know",
                                    call.id(), route.path(), response.statusCode());
                            return UpstreamJudge.replacement(response.statusCode());
                        }));
    }

    private void addHeaders(RequestOptions options, CallInProgress call, VerifiedCall verified) {
        CallerContext context = new CallerContext(
                verified.key().application(),
                verified.key().apiKey(),
                verified.key().permissions(),
                call.id(),
                "POST",
                verified.route().path(),
                verified.bodySha256(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        options.putHeader(Headers.CALLER, signer.sign(context));
        options.putHeader(Headers.REQUEST_ID, call.id());
        options.putHeader(
                Headers.TIME_LEFT,
                Long.toString(Math.max(0, call.timeLeft().minus(WAY_BACK).toMillis())));
        options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        pass(options, call, HttpHeaders.USER_AGENT);
        pass(options, call, TRACE_PARENT);
        pass(options, call, TRACE_STATE);
    }

    private static void pass(RequestOptions options, CallInProgress call, CharSequence name) {
        @Nullable String value = call.header(name);
        if (value != null && value.length() <= LONGEST_PASSED_HEADER) {
            options.putHeader(name, value);
        }
    }

    private ApiException refusal(Throwable failure, CallInProgress call, Route route) {
        if (failure instanceof ApiException refusal) {
            return refusal;
        }
        if (!call.timeLeft().isPositive()) {
            metrics.upstreamFailure(route.service().wireName(), "timeout");
            return new ApiException(ApiError.TIMEOUT);
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            metrics.upstreamFailure(route.service().wireName(), "busy");
            return new ApiException(ApiError.OVERLOADED);
        }
        metrics.upstreamFailure(route.service().wireName(), "unreachable");
        LOG.warnf("Call %s: %s is unreachable: %s", call.id(), route.path(), failure);
        return new ApiException(ApiError.STORE_UNREACHABLE);
    }

    private static Optional<Long> seconds(@Nullable String retryAfter) {
        try {
            return retryAfter == null ? Optional.empty() : Optional.of(Long.valueOf(retryAfter.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
