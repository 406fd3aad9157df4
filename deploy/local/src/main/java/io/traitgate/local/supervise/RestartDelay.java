package io.traitgate.local.supervise;

import java.time.Duration;

/**
 * How long to wait before a crashed process is started again: twice as long after each crash in a row, up to a limit. A
 * process that has run long enough begins a new row.
 *
 * @param first pause after the first crash of a row
 * @param longest limit of the pause
 * @param healthy how long it must have run for its next crash to be the first of a row
 */
public record RestartDelay(Duration first, Duration longest, Duration healthy) {
    /**
     * A fifth of a second, up to half a minute; ten seconds of health are enough. What dies once, calls miss for little longer
     * than it takes to start; what dies as soon as it runs does not keep the machine busy.
     */
    public static final RestartDelay DEFAULT =
            new RestartDelay(Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** The place in the row of a crash that follows the given number of crashes in a row. */
    public int crashesInRow(int before, Duration ran) {
        return ran.compareTo(healthy) >= 0 ? 1 : before + 1;
    }

    /** The pause after so many crashes in a row. */
    public Duration after(int crashesInRow) {
        int doublings = Math.min(crashesInRow - 1, 20);
        Duration delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
