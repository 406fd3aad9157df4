package io.traitgate.gateway.http;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Route;
import io.traitgate.gateway.HttpSettings;
import io.traitgate.gateway.answer.Answer;
import io.traitgate.gateway.answer.AnswerWriter;
import io.traitgate.gateway.body.Body;
import io.traitgate.gateway.body.ByteBudget;
import io.traitgate.gateway.body.Upload;
import io.traitgate.gateway.body.UploadStalledException;
import io.traitgate.gateway.limit.CallRates;
import io.traitgate.gateway.metric.GatewayMetrics;
import io.traitgate.gateway.path.ExternalPrefixes;
import io.traitgate.gateway.signature.SignatureStage;
import io.traitgate.gateway.signature.SignedCall;
import io.traitgate.gateway.signature.VerifiedCall;
import io.traitgate.gateway.upstream.Forwarder;
import io.traitgate.kit.identity.TimeOrderedIds;
import io.traitgate.kit.tracing.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes every request that is HTTP at all, and leads it through the stages in the order of the contract: route, size,
 * headers, signature, rate, permission, rate of the route, service.
 */
@Singleton
final class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final String CONTINUE = "100-continue";

    private final Vertx vertx;
    private final HttpSettings settings;
    private final TimeOrderedIds ids;
    private final ExternalPrefixes prefixes;
    private final HeadJudge judge;
    private final ByteBudget budget;
    private final SignatureStage signatures;
    private final CallRates rates;
    private final Forwarder forwarder;
    private final AnswerWriter writer;
    private final GatewayMetrics metrics;
    private volatile boolean draining;

    FrontDoor(
            Vertx vertx,
            HttpSettings settings,
            TimeOrderedIds ids,
            ExternalPrefixes prefixes,
            HeadJudge judge,
            ByteBudget budget,
            SignatureStage signatures,
            CallRates rates,
            Forwarder forwarder,
            AnswerWriter writer,
            GatewayMetrics metrics) {
        this.vertx = vertx;
        this.settings = settings;
        this.ids = ids;
        this.prefixes = prefixes;
        this.judge = judge;
        this.budget = budget;
        this.signatures = signatures;
        this.rates = rates;
        this.forwarder = forwarder;
        this.writer = writer;
        this.metrics = metrics;
    }

    /** From now on every connection is closed after its next answer. */
    void drain() {
        draining = true;
    }

    /** Takes a request from its head on. */
    void handle(HttpServerRequest request) {
        String id = ids.next().toString();
        if (request.method().equals(HttpMethod.OPTIONS)) {
            writer.writePreflight(request, id);
            return;
        }
        RequestIds.note(id);
        metrics.opened();
        Call call = new Call(vertx, request, id, writer, metrics);
        request.response().exceptionHandler(gone -> call.abandon());
        if (draining) {
            call.closeAfterAnswer();
        }
        // CONNECT of HTTP/2 has no path.
        Optional<Route> route = Optional.ofNullable(request.path()).flatMap(prefixes::route);
        route.ifPresent(call::route);
        try {
            take(call, request, claim(request, route));
        } catch (ApiException refusal) {
            refuse(call, request, refusal);
        }
    }

    /** Answers a request that the HTTP codec could not read. */
    void refuseMalformed(HttpServerRequest request, ApiError error) {
        metrics.malformed();
        writer.write(request, ids.next().toString(), Answer.of(new ApiException(error)), true)
                .onComplete(written -> request.connection().close());
    }

    private SignedCall claim(HttpServerRequest request, Optional<Route> route) {
        Route found = route.orElseThrow(() -> new ApiException(ApiError.NOT_FOUND));
        if (!request.method().equals(HttpMethod.POST)) {
            throw new ApiException(ApiError.METHOD_NOT_ALLOWED);
        }
        return judge.judge(request, found);
    }

    private void take(Call call, HttpServerRequest request, SignedCall claim) {
        Body body = new Body(budget, HeadJudge.declaredLength(request));
        call.atEnd(body::release);
        if (expectsContinue(request)) {
            request.response().writeContinue();
        }
        Upload upload = new Upload(vertx, request, body, claim.route().bodyLimit(), settings);
        upload.receive()
                .compose(received -> {
                    call.startDeadline(settings.deadline());
                    return signatures.verify(claim, received);
                })
                .compose(verified -> serve(call, verified))
                .onSuccess(call::answer)
                .onFailure(reason -> fail(call, upload.unread(), reason));
    }

    private Future<Answer> serve(Call call, VerifiedCall verified) {
        if (call.isOver()) {
            return Future.failedFuture(new ApiException(ApiError.TIMEOUT));
        }
        rates.count(verified.key());
        verified.route().permission().ifPresent(needed -> {
            if (!verified.key().permissions().contains(needed)) {
                throw new ApiException(ApiError.OPERATION_NOT_PERMITTED);
            }
        });
        rates.countPermitted(verified.key(), verified.route());
        return forwarder.forward(call, verified);
    }

    /** The body is read before the answer, unless the client waits for permission to send it, or for a tunnel. */
    private void refuse(Call call, HttpServerRequest request, ApiException refusal) {
        if (expectsContinue(request) || request.method().equals(HttpMethod.CONNECT)) {
            fail(call, true, refusal);
            return;
        }
        Upload upload = new Upload(vertx, request, new Body(budget, 0), 0, settings);
        upload.refuse(refusal).onFailure(reason -> fail(call, upload.unread(), reason));
    }

    private static void fail(Call call, boolean unread, Throwable reason) {
        if (unread) {
            call.closeAfterAnswer();
        }
        switch (reason) {
            case ApiException refusal -> call.refuse(refusal);
            case UploadStalledException stalled -> call.abandon();
            case HttpClosedException closed -> call.abandon();
            case StreamResetException reset -> call.abandon();
            default -> {
                if (!call.isOver()) {
                    LOG.errorf(reason, "Call %s failed", call.id());
                }
                call.refuse(new ApiException(ApiError.API_ERROR));
            }
        }
    }

    private static boolean expectsContinue(HttpServerRequest request) {
        @Nullable String expect = request.getHeader(HttpHeaders.EXPECT);
        return expect != null && expect.strip().equalsIgnoreCase(CONTINUE);
    }
}
