package io.traitgate.benchmarks.load;

import io.traitgate.local.Home;
import io.traitgate.local.supervise.ProcessState;
import io.traitgate.local.supervise.StateFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each process of the running installation, and this one, has used of the cores. */
public final class CpuClock {
    /** The process that sends the load. */
    public static final String GENERATOR = "load generator";

    private static final String DECODERS = "decoder workers";

    /** Services that start decoder workers, and nothing else. */
    private static final Set<String> DECODING = Set.of("face", "voice");

    private final List<ProcessState> processes;

    private CpuClock(List<ProcessState> processes) {
        this.processes = processes;
    }

    /** Of the installation that runs here; without one, of this process alone. */
    public static CpuClock ofInstallation() {
        return new CpuClock(new StateFile(Home.find().stateFile())
                .readAlive()
                .map(state -> state.processes())
                .orElse(List.of()));
    }

    /** Time on the cores since each process began, by name. Processes that have ended meanwhile are missing from it. */
    public Map<String, Duration> read() {
        Map<String, Duration> times = new LinkedHashMap<>();
        for (var process : processes) {
            var children = DECODING.contains(process.name()) ? DECODERS : process.name();
            ProcessHandle.of(process.pid()).ifPresent(handle -> {
                times.merge(process.name(), time(handle), Duration::plus);
                handle.descendants().forEach(child -> times.merge(children, time(child), Duration::plus));
            });
        }
        times.put(GENERATOR, time(ProcessHandle.current()));
        return times;
    }

    /** What was used between two readings. */
    public static Map<String, Duration> between(Map<String, Duration> before, Map<String, Duration> after) {
        Map<String, Duration> used = new LinkedHashMap<>();
        after.forEach((name, time) -> used.put(name, time.minus(before.getOrDefault(name, Duration.ZERO))));
        return used;
    }

    private static Duration time(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
