package io.traitgate.local.supervise;

import java.util.List;
import java.util.function.Consumer;

/** The one place where the state of the launcher changes; every change is shown to those who listen. */
public final class StateBoard {
    private final List<Consumer<LauncherState>> listeners;
    private LauncherState state;

    public StateBoard(LauncherState initial, List<Consumer<LauncherState>> listeners) {
        this.state = initial;
        this.listeners = List.copyOf(listeners);
        publish();
    }

    /** A process has entered a phase; pid is 0 when it does not run. */
    public synchronized void processChanged(String name, Phase phase, long pid) {
        state = state.with(state.processes().stream()
                .map(process -> process.name().equals(name) ? process.in(phase, pid) : process)
                .toList());
        publish();
    }

    /** The whole has entered a phase. */
    public synchronized void changed(Phase phase, String problem) {
        state = state.with(phase, problem);
        publish();
    }

    /** The whole has ended; the first reason counts. */
    public synchronized void ended(Phase phase, String problem) {
        if (state.phase() != Phase.FAILED && state.phase() != Phase.STOPPED) {
            changed(phase, problem);
        }
    }

    public synchronized LauncherState state() {
        return state;
    }

    private void publish() {
        listeners.forEach(listener -> listener.accept(state));
    }
}
