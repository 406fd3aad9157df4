package io.traitgate.local.display;

import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.ProcessState;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A line for every change, for logs and pipes. */
final class PlainDisplay implements Display {
    private final PrintStream out;
    private final Map<String, Phase> shown = new HashMap<>();
    private final Map<String, Long> begun = new HashMap<>();

    PlainDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(LauncherState state) {
        for (ProcessState process : state.processes()) {
            Phase before = shown.put(process.name(), process.phase());
            if (before != process.phase()) {
                tellChange(process);
            }
        }
    }

    private void tellChange(ProcessState process) {
        switch (process.phase()) {
            case STARTING -> begun.put(process.name(), System.nanoTime());
            case READY -> out.println("  " + process.name() + " is ready" + elapsed(process.name()));
            case CRASHED, FAILED ->
                out.println("  " + process.name() + " " + process.phase().wireName());
            case WAITING, STOPPED -> {}
        }
    }

    /** Empty if its start was over before it was seen. */
    private String elapsed(String name) {
        Long start = begun.get(name);
        return start == null ? "" : String.format(Locale.ROOT, " after %.1f s", (System.nanoTime() - start) / 1e9);
    }

    @Override
    public synchronized void tell(String message) {
        out.println(message);
    }

    @Override
    public void close() {
        out.flush();
    }
}
