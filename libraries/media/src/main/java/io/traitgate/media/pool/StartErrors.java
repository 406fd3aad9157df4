package io.traitgate.media.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a worker's standard error, so that the pipe never fills. What it says before it is ready explains a failed
 * start; what it says later is dropped, because it may quote the file at hand.
 */
final class StartErrors implements Runnable {
    private static final int KEPT = 2048;
    private static final int STACK = 128 << 10;
    private static final long END_MILLIS = 500;

    private final InputStream in;
    private final StringBuffer kept = new StringBuffer();
    private final Thread thread;
    private volatile boolean stopped;

    private StartErrors(Process process) {
        in = process.getErrorStream();
        thread = new Thread(null, this, "decoder-errors-" + process.pid(), STACK);
        thread.setDaemon(true);
    }

    static StartErrors of(Process process) {
        var errors = new StartErrors(process);
        errors.thread.start();
        return errors;
    }

    /** From now on everything is dropped. */
    void stop() {
        stopped = true;
    }

    /** What was said before {@link #stop}, its beginning; waits a moment for the end of a process that just died. */
    String text() {
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return kept.toString().strip();
    }

    @Override
    public void run() {
        var buffer = new byte[KEPT];
        try {
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!stopped) {
                    kept.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                    kept.setLength(Math.min(kept.length(), KEPT));
                }
            }
        } catch (IOException e) {
            stopped = true; // the process is gone, and with it the stream
        }
    }
}
