package io.traitgate.media.pool;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.MediaException;
import io.traitgate.media.protocol.DecodeTask;
import io.traitgate.media.protocol.Refusal;
import io.traitgate.media.protocol.Reply.Refused;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item that waits for a worker, and the stage that waits for the item.
 *
 * @param task for the worker
 * @param maxFrames how many frames its answer may have
 * @param limit wall clock from the start of the work
 * @param whenLate the error if that runs out
 * @param reader makes the result of a proper answer, and null of an improper one
 * @param result completed by {@link #run} or {@link #fail}
 */
record Job<T>(
        DecodeTask task,
        int maxFrames,
        Duration limit,
        ApiError whenLate,
        Function<Worker.Answer, @Nullable T> reader,
        CompletableFuture<T> result) {
    private static final Logger LOGGER = System.getLogger(Job.class.getName());

    /**
     * Does the work, unless nobody waits for it any more. Never throws: whatever goes wrong on this side, memory for the
     * pixels included, ends the worker, whose pipe may hold half an answer, and fails this job alone.
     */
    void run(Worker worker) {
        if (result.isDone()) {
            return;
        }
        try {
            finish(worker, worker.perform(task, maxFrames, limit));
        } catch (WorkerLostException e) {
            fail(e.timedOut() ? whenLate : ApiError.UNDECODABLE_MEDIA);
        } catch (Throwable e) {
            worker.distrust();
            fail(ApiError.API_ERROR);
            LOGGER.log(Level.ERROR, "the answer of a decoder worker could not be taken", e);
        }
    }

    private void finish(Worker worker, Worker.Answer answer) {
        if (answer.end() instanceof Refused refused) {
            fail(error(refused.reason()));
            return;
        }
        var value = reader.apply(answer);
        if (value == null) {
            worker.distrust();
            fail(ApiError.UNDECODABLE_MEDIA);
        } else {
            result.complete(value);
        }
    }

    void fail(ApiError error) {
        result.completeExceptionally(new MediaException(error));
    }

    private ApiError error(Refusal reason) {
        return switch (reason) {
            case MALFORMED_IMAGE -> ApiError.MALFORMED_IMAGE;
            case UNSUPPORTED_IMAGE -> ApiError.UNSUPPORTED_IMAGE_TYPE;
            case VIDEO_OUT_OF_BOUNDS -> ApiError.LIVENESS_TIMEOUT;
            case NO_VIDEO -> ApiError.NO_VIDEO;
            case NO_MEDIA -> ApiError.NO_MEDIA;
            case UNDECODABLE -> ApiError.UNDECODABLE_MEDIA;
            case OUT_OF_MEMORY ->
                task instanceof DecodeTask.ImageTask ? ApiError.MALFORMED_IMAGE : ApiError.UNDECODABLE_MEDIA;
        };
    }
}
