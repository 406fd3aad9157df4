package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells an attempt that its caller has gone, so that what it works on ends, and its bookkeeping does not. */
final class HangUp {

    private final CompletableFuture<Void> signal = new CompletableFuture<>();

    /** The caller has gone, or has its answer. */
    void tell() {
        signal.complete(null);
    }

    /**
     * The same work, cancelled when the caller goes, and not begun if that was before; it then fails with {@link
     * CancellationException}.
     */
    <T> Uni<T> limit(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            if (signal.isDone()) {
                emitter.fail(gone());
                return;
            }
            AtomicBoolean over = new AtomicBoolean();
            Cancellable running = work.subscribe()
                    .with(
                            item -> {
                                if (over.compareAndSet(false, true)) {
                                    emitter.complete(item);
                                }
                            },
                            failure -> {
                                if (over.compareAndSet(false, true)) {
                                    emitter.fail(failure);
                                }
                            });
            signal.thenRun(() -> {
                if (over.compareAndSet(false, true)) {
                    running.cancel();
                    emitter.fail(gone());
                }
            });
        });
    }

    /**
     * Goes no further for a caller who has gone.
     *
     * @throws CancellationException if so
     */
    void check() {
        if (signal.isDone()) {
            throw gone();
        }
    }

    private static CancellationException gone() {
        return new CancellationException("the caller hung up");
    }
}
