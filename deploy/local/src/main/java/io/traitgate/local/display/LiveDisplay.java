package io.traitgate.local.display;

import io.traitgate.local.supervise.LauncherState;
import io.traitgate.local.supervise.Phase;
import io.traitgate.local.supervise.ProcessState;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with a line for each process that is redrawn in place, with ANSI sequences that every terminal knows. */
final class LiveDisplay implements Display {
    private static final String CLEAR_TO_END = "\u001b[J";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final long TICK_MILLIS = 120;

    private final PrintStream out;
    private final Map<String, Timing> timings = new HashMap<>();
    private final Thread ticker = Thread.ofVirtual().name("display").unstarted(this::tick);
    private @Nullable LauncherState state;
    private int drawn;
    private int ticks;

    LiveDisplay(PrintStream out) {
        this.out = out;
        ticker.start();
    }

    @Override
    public synchronized void show(LauncherState next) {
        for (ProcessState process : next.processes()) {
            timings.compute(process.name(), (name, timing) -> Timing.after(timing, process.phase()));
        }
        state = next;
        redraw();
    }

    @Override
    public synchronized void tell(String message) {
        erase();
        out.println(message);
        redraw();
    }

    @Override
    public void close() {
        ticker.interrupt();
        synchronized (this) {
            redraw();
            drawn = 0;
            state = null;
            out.flush();
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                synchronized (this) {
                    ticks++;
                    redraw();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void redraw() {
        LauncherState current = state;
        if (current == null) {
            return;
        }
        erase();
        for (ProcessState process : current.processes()) {
            out.println(line(process));
        }
        drawn = current.processes().size();
        out.flush();
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A\r" + CLEAR_TO_END);
            drawn = 0;
        }
    }

    private String line(ProcessState process) {
        Timing timing = timings.getOrDefault(process.name(), Timing.BEGUN_NOW);
        String name = String.format(Locale.ROOT, "%-12s", process.name());
        return "  "
                + switch (process.phase()) {
                    case WAITING -> FAINT + "· " + name + PLAIN;
                    case STARTING -> SPINNER.charAt(ticks % SPINNER.length()) + " " + name + " " + timing.soFar();
                    case READY -> GREEN + "✓" + PLAIN + " " + name + " " + FAINT + timing.taken() + PLAIN;
                    case CRASHED, FAILED ->
                        RED + "✗ " + name + " " + process.phase().wireName() + PLAIN;
                    case STOPPED -> FAINT + "- " + name + " stopped" + PLAIN;
                };
    }

    private record Timing(Phase phase, long begun, long ended) {
        static final Timing BEGUN_NOW = new Timing(Phase.WAITING, 0, 0);

        static Timing after(@Nullable Timing before, Phase phase) {
            if (before != null && before.phase == phase) {
                return before;
            }
            long now = System.nanoTime();
            return new Timing(phase, before == null || phase == Phase.STARTING ? now : before.begun, now);
        }

        String soFar() {
            return seconds(System.nanoTime());
        }

        String taken() {
            return seconds(ended);
        }

        private String seconds(long until) {
            return String.format(Locale.ROOT, "%.1f s", (until - begun) / 1e9);
        }
    }
}
