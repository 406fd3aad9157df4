package io.traitgate.face.service.lane;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.inference.lane.LaneExpiredException;
import io.traitgate.inference.lane.LanePriority;
import io.traitgate.inference.lane.LaneRefusedException;
import io.traitgate.inference.lane.Lanes;
import io.traitgate.inference.lane.Workload;
import io.traitgate.inference.measure.Stages;
import io.traitgate.kit.request.Deadline;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that needs a core on the lanes and comes back to where the caller was. All items of a request are one piece of
 * work: it is refused as a whole, at once and with 503/170, or done as a whole.
 */
@Singleton
public final class FaceLanes {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(1);

    private final Lanes lanes;
    private final StageMetrics metrics;

    FaceLanes(Lanes lanes, StageMetrics metrics) {
        this.lanes = lanes;
        this.metrics = metrics;
    }

    /**
     * Runs work that a caller waits for.
     *
     * @param items what the work is about, in base64: how many there are and of which kind tells how long it will take
     */
    public <T> Uni<T> call(Deadline deadline, List<@Nullable String> items, Callable<T> work) {
        Executor back = here();
        return submit(LanePriority.AUTHENTICATION, FaceWork.of(items), deadline.left(), work)
                .emitOn(back);
    }

    /** Runs a part of a template build, which yields to callers. */
    public <T> Uni<T> build(Callable<T> work) {
        return submit(LanePriority.BUILD, Workload.of(FaceWork.SAMPLE), BUILD_PATIENCE, work);
    }

    private <T> Uni<T> submit(LanePriority priority, Workload load, Duration timeLeft, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> lanes.submit(priority, load, timeLeft, () -> Stages.observed(metrics, work)))
                .onFailure(LaneRefusedException.class)
                .transform(refused ->
                        ApiException.retryAfter(ApiError.OVERLOADED, ((LaneRefusedException) refused).retryAfter()))
                .onFailure(LaneExpiredException.class)
                .transform(_ -> ApiException.retryAfter(ApiError.OVERLOADED, SOON));
    }

    /** The context of the caller, which answers, logs and traces belong to. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Infrastructure.getDefaultExecutor() : task -> context.runOnContext(_ -> task.run());
    }
}
