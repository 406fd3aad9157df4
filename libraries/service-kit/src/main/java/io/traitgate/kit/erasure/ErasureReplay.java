package io.traitgate.kit.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Whether the erasures that were ordered before this start have been carried out. Until then the database may be an old
 * copy that holds people who were erased since it was taken, so nothing of it is used.
 */
@Singleton
public final class ErasureReplay {
    /** A start on a healthy broker takes less. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    ErasureReplay() {}

    public boolean isDone() {
        return done.isDone();
    }

    /** Completes once it is done; fails with 503/120 when that takes longer than a caller should wait. */
    public Uni<Void> await() {
        if (done.isDone()) {
            return Uni.createFrom().voidItem();
        }
        Context caller = Vertx.currentContext();
        Uni<Void> wait = Uni.createFrom()
                .completionStage(() -> done.copy())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new ApiException(ApiError.STORE_UNREACHABLE));
        return caller == null ? wait : wait.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    void finish() {
        done.complete(null);
    }
}
