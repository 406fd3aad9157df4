package io.traitgate.local.supervise;

import io.traitgate.local.process.ChildProcess;
import io.traitgate.local.process.ProcessFailedException;
import io.traitgate.local.process.Startable;
import io.traitgate.local.stores.StoreException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one process running: starts it, and starts it again with growing pauses when it ends by itself. A process that fails
 * {@value #FIRST_ATTEMPTS} times before it was ever ready is given up, since waiting will not help it.
 */
public final class Supervisor {
    static final int FIRST_ATTEMPTS = 3;

    private final Startable target;
    private final RestartDelay delay;
    private final Observer observer;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable ChildProcess process;
    private int crashes;

    public Supervisor(Startable target, RestartDelay delay, Observer observer) {
        this.target = target;
        this.delay = delay;
        this.observer = observer;
        this.thread = Thread.ofVirtual().name("supervise-" + target.name()).unstarted(this::run);
    }

    /** Begins; returns at once. */
    public Supervisor start() {
        thread.start();
        return this;
    }

    /** Completes when the process is ready for the first time, with an exception when it is given up. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    public String name() {
        return target.name();
    }

    /** The process, if one runs. */
    public @Nullable ChildProcess process() {
        return process;
    }

    /** Stops the process and returns when it has ended. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        target.stop();
        process = null;
        observer.changed(target.name(), Phase.STOPPED, 0, "");
    }

    private void run() {
        try {
            while (!stopping) {
                runOnce();
            }
        } catch (InterruptedException e) {
            // The only one who interrupts is stop(), which goes on from here.
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        observer.changed(target.name(), Phase.STARTING, 0, "");
        long started = System.nanoTime();
        String end;
        try {
            ChildProcess child = target.start();
            process = child;
            observer.changed(target.name(), Phase.READY, child.pid(), "");
            ready.complete(null);
            started = System.nanoTime();
            int exitCode = child.onExit().get();
            end = String.valueOf(ProcessFailedException.ended(child.name(), exitCode, child.log())
                    .getMessage());
        } catch (ProcessFailedException | StoreException | UncheckedIOException e) {
            end = String.valueOf(e.getMessage());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        process = null;
        if (!stopping) {
            crashed(end, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private void crashed(String end, Duration ran) throws InterruptedException {
        crashes = delay.crashesInRow(crashes, ran);
        if (!ready.isDone() && crashes >= FIRST_ATTEMPTS) {
            stopping = true;
            observer.changed(target.name(), Phase.FAILED, 0, end);
            ready.completeExceptionally(new StartFailedException(end));
            return;
        }
        Duration pause = delay.after(crashes);
        observer.changed(
                target.name(),
                Phase.CRASHED,
                0,
                end + System.lineSeparator() + "started again in " + pause.toMillis() / 1000.0 + " s");
        Thread.sleep(pause);
    }

    /** Told of every change, from the thread on which it happens. */
    @FunctionalInterface
    public interface Observer {
        /**
         * A process has entered a phase.
         *
         * @param pid 0 unless the process runs and is ready
         * @param detail what a person should know besides: why it ended, and the end of its log; may be empty
         */
        void changed(String name, Phase phase, long pid, String detail);
    }
}
