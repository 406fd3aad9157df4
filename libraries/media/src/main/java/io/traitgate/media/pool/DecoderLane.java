package io.traitgate.media.pool;

import io.traitgate.contract.error.ApiError;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One thread with one worker process. The worker is started ahead, replaced as soon as it is lost or has served its
 * number of items, and a lane that cannot start one takes no work.
 */
final class DecoderLane implements Runnable {
    private static final Logger LOGGER = System.getLogger(DecoderLane.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** What the pool has to know of a lane. */
    enum State {
        STARTING,
        READY,
        DOWN
    }

    /** How a lane gets a worker. */
    interface Start {
        Worker start() throws IOException;
    }

    private final Start start;
    private final BlockingQueue<Job<?>> queue;
    private final Runnable onChange;
    private final int tasksPerWorker;
    private volatile State state = State.STARTING;
    private volatile @Nullable Worker worker;
    private volatile boolean closed;

    DecoderLane(Start start, BlockingQueue<Job<?>> queue, int tasksPerWorker, Runnable onChange) {
        this.start = start;
        this.queue = queue;
        this.tasksPerWorker = tasksPerWorker;
        this.onChange = onChange;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                var current = startWorker();
                try {
                    serve(current);
                } finally {
                    current.close();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } finally {
            change(State.DOWN);
        }
    }

    private void serve(Worker current) throws InterruptedException {
        while (!closed && current.isUsable() && current.tasks() < tasksPerWorker) {
            var job = queue.take();
            if (current.isUsable()) {
                job.run(current);
            } else {
                handBack(job); // it died while it was idle, so no file is to blame
            }
        }
    }

    /** Puts a job back for the next worker; the queue may have filled meanwhile. */
    private void handBack(Job<?> job) {
        if (!queue.offer(job)) {
            job.fail(ApiError.OVERLOADED);
        }
    }

    private Worker startWorker() throws InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                var started = start.start();
                worker = started;
                if (closed) {
                    started.close();
                    throw new InterruptedException();
                }
                change(State.READY);
                return started;
            } catch (IOException | RuntimeException | Error e) { // a lane outlives a shortage of memory or threads
                if (closed) {
                    throw new InterruptedException();
                }
                LOGGER.log(Level.ERROR, "cannot start a decoder worker; next attempt in " + pause, e);
                change(State.DOWN);
                Thread.sleep(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private void change(State next) {
        state = next;
        onChange.run();
    }

    State state() {
        return state;
    }

    /** The process of the worker, or -1 before the first one. */
    long processId() {
        var current = worker;
        return current == null ? -1 : current.processId();
    }

    /** Ends the worker; the thread has to be interrupted besides. */
    void close() {
        closed = true;
        var current = worker;
        if (current != null) {
            current.close();
        }
    }
}
