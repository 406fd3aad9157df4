package io.traitgate.local.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.traitgate.local.process.ProcessRecord;
import io.traitgate.local.service.HealthProbe;
import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.ProcessState;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How an installation is at this moment: what the launcher says, and what the services themselves answer.
 *
 * @param ready whether the first signed call has been answered and every process is ready now
 * @param phase of the launcher; {@code stopped} when none runs
 * @param url where the API is; empty when no launcher runs
 * @param memoryBytes resident memory of all processes, the launcher's own included
 */
record Status(
        boolean ready,
        Phase phase,
        String url,
        String console,
        long pid,
        long memoryBytes,
        List<ProcessStatus> processes) {

    /** Asks everybody. */
    static Status of(Optional<LauncherState> running) {
        return running.map(Status::of).orElseGet(() -> new Status(false, Phase.STOPPED, "", "", 0, 0, List.of()));
    }

    private static Status of(LauncherState state) {
        List<ProcessStatus> processes =
                state.processes().parallelStream().map(ProcessStatus::of).toList();
        boolean ready = state.phase() == Phase.READY && processes.stream().allMatch(ProcessStatus::ready);
        long memory = ResidentMemory.of(state.pid())
                + processes.stream().mapToLong(ProcessStatus::memoryBytes).sum();
        return new Status(ready, state.phase(), state.url(), state.console(), state.pid(), memory, processes);
    }

    /**
     * One process.
     *
     * @param ready what its readiness check answers now; for a store, what the launcher found when it started it
     */
    record ProcessStatus(
            String name,
            String kind,
            @JsonProperty("phase") Phase phase,
            boolean ready,
            long pid,
            int port,
            int restarts,
            long memoryBytes,
            String log) {

        static ProcessStatus of(ProcessState state) {
            boolean runs = state.phase() == Phase.READY
                    && ProcessRecord.running(state.pid()).isPresent();
            boolean ready = runs && (state.health().isEmpty() || answers(state.health()));
            return new ProcessStatus(
                    state.name(),
                    state.kind(),
                    state.phase(),
                    ready,
                    state.pid(),
                    state.port(),
                    state.restarts(),
                    runs ? ResidentMemory.ofFamily(state.pid()) : 0,
                    state.log());
        }

        private static boolean answers(String health) {
            return new HealthProbe(URI.create("http://127.0.0.1:" + health)).isReady();
        }
    }
}
