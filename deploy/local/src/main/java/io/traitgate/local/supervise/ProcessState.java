package io.traitgate.local.supervise;

/**
 * How one process is.
 *
 * @param name as in {@code ./traitgate logs NAME}
 * @param kind {@code store} or {@code service}
 * @param pid 0 while none runs
 * @param port where it listens, on the loopback interface
 * @param health port and path that answer 200 when it is ready; empty for stores
 * @param restarts how often it was started again
 * @param log file with its output
 */
public record ProcessState(
        String name, String kind, Phase phase, long pid, int port, String health, int restarts, String log) {
    ProcessState in(Phase next, long nextPid) {
        int more = phase == Phase.CRASHED && next == Phase.STARTING ? 1 : 0;
        return new ProcessState(name, kind, next, nextPid, port, health, restarts + more, log);
    }
}
