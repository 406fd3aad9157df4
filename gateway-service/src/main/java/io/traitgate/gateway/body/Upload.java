package io.traitgate.gateway.body;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.gateway.HttpSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Receives the body of one request. A call that turns out to be refused is read to its end nonetheless, up to a
 * limit, since many clients read the answer only once they have written everything. Confined to the event loop of
 * its request.
 */
public final class Upload {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Body body;
    private final long limit;
    private final long drainLimit;
    private final long stallNanos;
    private final long rate;
    private final long rateAfterNanos;
    private final long started = System.nanoTime();
    private final Promise<Body> promise = Promise.promise();

    private @Nullable ApiException refusal;
    private long received;
    private long lastPiece = started;
    private long timer;
    private boolean unread;

    public Upload(Vertx vertx, HttpServerRequest request, Body body, long limit, HttpSettings settings) {
        this.vertx = vertx;
        this.request = request;
        this.body = body;
        this.limit = limit;
        this.drainLimit = settings.drainLimit().asLongValue();
        this.stallNanos = settings.stallTimeout().toNanos();
        this.rate = Math.max(1, settings.minimumRate().asLongValue());
        this.rateAfterNanos = settings.minimumRateAfter().toNanos();
    }

    /**
     * The whole body; fails with {@link ApiException} if it is refused, or with another exception if the client went
     * away, stalled or was too slow.
     */
    public Future<Body> receive() {
        request.handler(this::piece);
        request.endHandler(end -> complete());
        request.exceptionHandler(this::broken);
        watch();
        return promise.future();
    }

    /** Fails with the refusal once the body has been read and thrown away. */
    public Future<Body> refuse(ApiException reason) {
        refusal = reason;
        return receive();
    }

    /** Whether the refused body was too long to be read, so that the connection cannot be used any more. */
    public boolean unread() {
        return unread;
    }

    private void piece(Buffer piece) {
        received += piece.length();
        lastPiece = System.nanoTime();
        if (refusal == null) {
            keep(piece);
        }
        if (refusal != null && received > drainLimit) {
            unread = true;
            fail(refusal);
        }
    }

    private void keep(Buffer piece) {
        if (received > limit) {
            refusal = new ApiException(ApiError.REQUEST_TOO_BIG);
        } else if (!body.append(piece)) {
            refusal = new ApiException(ApiError.OVERLOADED);
        }
        if (refusal != null) {
            body.release();
        }
    }

    private void complete() {
        if (refusal != null) {
            fail(refusal);
        } else if (promise.tryComplete(body)) {
            vertx.cancelTimer(timer);
        }
    }

    private void fail(Throwable reason) {
        if (promise.tryFail(reason)) {
            vertx.cancelTimer(timer);
            body.release();
        }
    }

    private void broken(Throwable reason) {
        if (reason instanceof HttpClosedException || reason instanceof StreamResetException) {
            fail(reason);
        } else {
            unread = true;
            fail(new ApiException(ApiError.INVALID_BODY));
        }
    }

    private void watch() {
        long left = patience();
        if (left > 0) {
            timer = vertx.setTimer(Math.max(1, Duration.ofNanos(left).toMillis()), fired -> watch());
        } else {
            fail(new UploadStalledException());
        }
    }

    /** The nanoseconds that are left if nothing more comes. */
    private long patience() {
        long now = System.nanoTime();
        long untilStalled = stallNanos - (now - lastPiece);
        long paidFor = Math.max(rateAfterNanos, (long) ((double) received / rate * NANOS_PER_SECOND));
        return Math.min(untilStalled, paidFor - (now - started));
    }
}
