package io.traitgate.local.supervise;

import io.traitgate.local.process.ProcessRecord;
import java.util.List;

/**
 * How a running launcher and its processes are: the content of the state file.
 *
 * @param pid process id of the launcher
 * @param url where the API is
 * @param console where the admin API is
 * @param startedAt milliseconds of the epoch
 * @param phase of the whole: ready when a signed call has been answered
 * @param problem why it failed; empty otherwise
 */
public record LauncherState(
        long pid,
        String url,
        String console,
        long startedAt,
        Phase phase,
        String problem,
        List<ProcessState> processes) {
    public LauncherState {
        processes = List.copyOf(processes);
    }

    LauncherState with(Phase next, String nextProblem) {
        return new LauncherState(pid, url, console, startedAt, next, nextProblem, processes);
    }

    LauncherState with(List<ProcessState> next) {
        return new LauncherState(pid, url, console, startedAt, phase, problem, next);
    }

    /** Whether the launcher that wrote this still runs. */
    public boolean alive() {
        return phase != Phase.STOPPED
                && phase != Phase.FAILED
                && ProcessRecord.running(pid).isPresent();
    }
}
