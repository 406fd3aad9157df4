package io.traitgate.gateway.http;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Route;
import io.traitgate.gateway.answer.Answer;
import io.traitgate.gateway.answer.AnswerWriter;
import io.traitgate.gateway.metric.GatewayMetrics;
import io.traitgate.gateway.upstream.CallInProgress;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way from head to answer. It is answered at most once: what comes later, such as a service's
 * answer after the deadline, is dropped. Confined to the event loop of its request.
 */
final class Call implements CallInProgress {

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final String id;
    private final AnswerWriter writer;
    private final GatewayMetrics metrics;
    private final long opened = System.nanoTime();
    private final List<Runnable> endings = new ArrayList<>();

    private @Nullable Route route;
    private long deadline;
    private boolean close;
    private boolean done;

    Call(Vertx vertx, HttpServerRequest request, String id, AnswerWriter writer, GatewayMetrics metrics) {
        this.vertx = vertx;
        this.request = request;
        this.id = id;
        this.writer = writer;
        this.metrics = metrics;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public @Nullable String header(CharSequence name) {
        return request.getHeader(name);
    }

    @Override
    public Duration timeLeft() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    @Override
    public void atEnd(Runnable action) {
        if (done) {
            action.run();
        } else {
            endings.add(action);
        }
    }

    void route(Route found) {
        route = found;
    }

    /** From now on the call is answered within this time, whatever happens. */
    void startDeadline(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        long timer = vertx.setTimer(time.toMillis(), fired -> refuse(new ApiException(ApiError.TIMEOUT)));
        atEnd(() -> vertx.cancelTimer(timer));
    }

    /** Whether it was answered or abandoned. */
    boolean isOver() {
        return done;
    }

    /** After the answer the connection is closed, since the rest of the request was not read. */
    void closeAfterAnswer() {
        close = true;
    }

    void refuse(ApiException refusal) {
        answer(Answer.of(refusal));
    }

    void answer(Answer answer) {
        if (!end()) {
            return;
        }
        metrics.answered(route, answer.status(), answer.code(), System.nanoTime() - opened);
        if (request.response().closed()) {
            return;
        }
        var written = writer.write(request, id, answer, close);
        if (close) {
            written.onComplete(finished -> closeConnection());
        }
    }

    /** Ends without an answer: nobody is there to read it. */
    void abandon() {
        if (end()) {
            metrics.abandoned(route);
            request.response().reset();
        }
    }

    private boolean end() {
        if (done) {
            return false;
        }
        done = true;
        endings.forEach(Runnable::run);
        endings.clear();
        return true;
    }

    private void closeConnection() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
