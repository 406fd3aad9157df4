package io.traitgate.local.process;

/** Something that runs as one child process at a time and can be started again after it has ended. */
public interface Startable {
    /** The name under which people know it. */
    String name();

    /**
     * Starts it and returns when it answers.
     *
     * @throws ProcessFailedException if it ends or does not answer in time
     */
    ChildProcess start() throws InterruptedException;

    /** Stops it so that nothing acknowledged is lost. Does nothing when it does not run. */
    void stop();
}
