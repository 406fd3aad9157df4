package io.traitgate.client.cli;

import java.time.Duration;

/** Waits between two looks at something. */
@FunctionalInterface
interface Pause {
    /** Waits; false if the program is to end instead of looking again. */
    boolean wait(Duration time);

    /** Sleeps. */
    static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
