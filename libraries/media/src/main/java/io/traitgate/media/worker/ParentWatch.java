package io.traitgate.media.worker;

import java.time.Duration;

/**
 * Ends the worker when the service that started it is gone. A closed pipe says so too, but not to a worker that hangs in
 * native code.
 */
final class ParentWatch {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int STACK = 128 << 10;

    private ParentWatch() {}

    static void start() {
        var parent = ProcessHandle.current().parent();
        Runnable watch = () -> {
            while (parent.equals(ProcessHandle.current().parent())) {
                try {
                    Thread.sleep(PERIOD);
                } catch (InterruptedException e) {
                    return;
                }
            }
            Runtime.getRuntime().halt(1);
        };
        var thread = new Thread(null, watch, "parent-watch", STACK);
        thread.setDaemon(true);
        thread.start();
    }
}
