package io.traitgate.local.process;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the one child process that something runs at a time. One that has started without becoming ready is killed before the
 * failure is told, since it would keep the ports that the next attempt needs.
 */
public final class ChildHolder {
    private volatile @Nullable ChildProcess child;

    /**
     * Starts the process and returns when it answers.
     *
     * @throws ProcessFailedException if it ends or does not answer in time
     */
    public ChildProcess start(ProcessSpec spec, Startup startup) throws InterruptedException {
        ChildProcess started = ChildProcess.start(spec);
        child = started;
        try {
            startup.await(started);
            return started;
        } catch (RuntimeException notReady) {
            kill();
            throw notReady;
        }
    }

    /** The process, if one runs. */
    public Optional<ChildProcess> running() {
        return Optional.ofNullable(child).filter(ChildProcess::isAlive);
    }

    /** Asks the process to end and kills it after the grace time. Does nothing when none runs. */
    public void stop(Duration grace) {
        running().ifPresent(process -> process.stop(grace));
    }

    /** Kills the process at once. Does nothing when none runs. */
    public void kill() {
        running().ifPresent(ChildProcess::kill);
    }

    /** Waits until a process that has just started does its work. */
    @FunctionalInterface
    public interface Startup {
        /** Fails, for instance with {@link ProcessFailedException}, if it will not. */
        void await(ChildProcess started) throws InterruptedException;
    }
}
