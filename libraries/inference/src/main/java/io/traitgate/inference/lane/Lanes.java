package io.traitgate.inference.lane;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs work that needs a core, one piece a lane, and refuses at once what would wait too long, so that overload costs
 * some calls a quick no and the others nothing.
 *
 * <p>{@link #submit} never blocks. Its stage completes on the lane: whoever continues on an event loop must switch to it
 * himself. Work that was not begun when its time ran out, or whose future was cancelled, is dropped; work that was begun
 * runs to its end.
 */
public final class Lanes implements AutoCloseable {
    private final LaneSettings settings;
    private final LaneListener listener;
    private final LongSupplier nanoClock;
    private final LaneQueue queue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> threads;
    private boolean closed;

    /** Starts the lanes. */
    public Lanes(LaneSettings settings, LaneListener listener) {
        this(settings, listener, System::nanoTime);
    }

    Lanes(LaneSettings settings, LaneListener listener, LongSupplier nanoClock) {
        this.settings = settings;
        this.listener = listener;
        this.nanoClock = nanoClock;
        queue = new LaneQueue(settings);
        threads = IntStream.rangeClosed(1, settings.lanes())
                .mapToObj(number ->
                        Thread.ofPlatform().name("lane-" + number).daemon().unstarted(this::serve))
                .toList();
        threads.forEach(Thread::start);
    }

    /**
     * Queues work, or refuses it.
     *
     * @param load what it consists of
     * @param timeLeft how long its caller can wait for the end; work that would wait and then end later is refused, and
     *     work that could only start later is dropped
     * @return the outcome; fails with {@link LaneRefusedException} or {@link LaneExpiredException} where the work was
     *     never begun, and with {@link RejectedExecutionException} after {@link #close}
     */
    public <T> CompletionStage<T> submit(LanePriority priority, Workload load, Duration timeLeft, Callable<T> task) {
        var result = new CompletableFuture<T>();
        var now = nanoClock.getAsLong();
        var work = new Work<>(priority, load, task, now, now + timeLeft.toNanos(), result);
        List<Work<?>> stale;
        RuntimeException refusal;
        lock.lock();
        try {
            stale = queue.removeStale(now);
            refusal = closed ? new RejectedExecutionException("The lanes are closed") : refusal(work, timeLeft, now);
            if (refusal == null) {
                queue.add(work);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        stale.forEach(this::drop);
        if (refusal != null) {
            if (refusal instanceof LaneRefusedException refused) {
                listener.refused(priority, refused.estimatedWait());
            }
            result.completeExceptionally(refusal);
        }
        return result;
    }

    private @Nullable RuntimeException refusal(Work<?> work, Duration timeLeft, long now) {
        if (work.isStale(now)) {
            return new LaneExpiredException();
        }
        var wait = Duration.ofNanos(queue.estimatedWait(now));
        var tooLong = switch (work.priority()) {
            case AUTHENTICATION -> isTooLong(wait) || isInVain(wait, work.load(), timeLeft);
            case BUILD -> queue.isFullOfBuilds();
        };
        return tooLong ? new LaneRefusedException(wait, retryAfter(wait)) : null;
    }

    private boolean isTooLong(Duration wait) {
        return wait.compareTo(settings.maxWait()) > 0;
    }

    /** What finds a lane free is begun, however long it may take: an estimate alone never shuts a kind of work out. */
    private boolean isInVain(Duration wait, Workload load, Duration timeLeft) {
        return wait.isPositive() && wait.plusNanos(queue.expected(load)).compareTo(timeLeft) >= 0;
    }

    /**
     * What an authentication that came now would be told, whatever it is: empty if it would be let in, or could be. Much
     * cheaper than reading a call in order to refuse it; {@link #submit} still has the last word.
     */
    public Optional<LaneRefusedException> overload() {
        var now = nanoClock.getAsLong();
        List<Work<?>> stale;
        Duration wait;
        lock.lock();
        try {
            stale = queue.removeStale(now);
            wait = Duration.ofNanos(queue.estimatedWait(now));
        } finally {
            lock.unlock();
        }
        stale.forEach(this::drop);
        if (!isTooLong(wait)) {
            return Optional.empty();
        }
        listener.refused(LanePriority.AUTHENTICATION, wait);
        return Optional.of(new LaneRefusedException(wait, retryAfter(wait)));
    }

    private static Duration retryAfter(Duration wait) {
        return Duration.ofSeconds(
                Math.max(1, wait.plus(Duration.ofNanos(999_999_999)).toSeconds()));
    }

    private void serve() {
        for (var turn = take(); turn != null; turn = take()) {
            if (turn.stale()) {
                drop(turn.work());
            } else {
                run(turn.work());
            }
        }
    }

    /** Waits for the next turn; null once the lanes are closed. */
    private LaneQueue.@Nullable Turn take() {
        lock.lock();
        try {
            while (true) {
                var turn = queue.start(nanoClock.getAsLong());
                if (turn != null || closed) {
                    return turn;
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run(Work<?> work) {
        listener.started(work.priority(), Duration.ofNanos(nanoClock.getAsLong() - work.enqueued()));
        var outcome = work.run();
        // The lane counts as free before the outcome is seen, so that whoever sees it can rely on that.
        listener.finished(work.priority(), Duration.ofNanos(finish(work)));
        outcome.run();
    }

    private long finish(Work<?> work) {
        lock.lock();
        try {
            changed.signalAll();
            return queue.finish(work, nanoClock.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    private void drop(Work<?> work) {
        listener.dropped(work.priority());
        work.result().completeExceptionally(new LaneExpiredException());
    }

    /** How long an authentication that came now would wait for its start. */
    public Duration estimatedWait() {
        lock.lock();
        try {
            return Duration.ofNanos(queue.estimatedWait(nanoClock.getAsLong()));
        } finally {
            lock.unlock();
        }
    }

    /** Number of pieces of work in the queue. */
    public int queued(LanePriority priority) {
        lock.lock();
        try {
            return queue.queued(priority);
        } finally {
            lock.unlock();
        }
    }

    /** Number of lanes at work. */
    public int busy() {
        lock.lock();
        try {
            return queue.running();
        } finally {
            lock.unlock();
        }
    }

    /** Number of lanes. */
    public int size() {
        return settings.lanes();
    }

    /** Takes no more work, fails what is queued, and waits up to 10 s for what runs. */
    @Override
    public void close() {
        List<Work<?>> queued;
        lock.lock();
        try {
            closed = true;
            queued = queue.drain();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        queued.forEach(work -> work.result().completeExceptionally(new RejectedExecutionException("Closed")));
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
