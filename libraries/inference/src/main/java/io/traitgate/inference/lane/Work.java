package io.traitgate.inference.lane;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A queued piece of work; {@code deadline} and {@code enqueued} are readings of the lanes' nano clock. */
record Work<T>(
        LanePriority priority,
        Workload load,
        Callable<T> task,
        long enqueued,
        long deadline,
        CompletableFuture<T> result) {

    /** Whether nobody wants the result any more. */
    boolean isStale(long now) {
        return result.isDone() || now - deadline >= 0;
    }

    /** Runs the task and hands out its outcome. */
    Runnable run() {
        try {
            var value = task.call();
            return () -> result.complete(value);
        } catch (Throwable e) {
            // Errors too: a StackOverflowError of one picture is one call's failure, never a lost lane.
            return () -> result.completeExceptionally(e);
        }
    }
}
