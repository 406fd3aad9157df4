package io.traitgate.system.crash;

import io.traitgate.system.Eventually;
import io.traitgate.system.House;
import io.traitgate.testkit.line.Line;
import io.traitgate.testkit.line.LineState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Does what a fault says. */
final class Injector {
    private static final Duration RESTART = Duration.ofSeconds(60);

    private final House house;

    Injector(House house) {
        this.house = house;
    }

    /**
     * Carries a fault out and returns when it is over.
     *
     * @return when that was, in nanoseconds of this JVM's clock
     */
    long inflict(Fault fault) throws InterruptedException {
        String victim = fault.victim().processName();
        switch (fault.way()) {
            case KILL -> signal("KILL", List.of(awaitPid(victim)));
            case PAUSE, FREEZE -> {
                List<Long> family = family(awaitPid(victim));
                signal("STOP", family);
                Thread.sleep(fault.way().length());
                signal("CONT", family);
            }
            case CUT, SILENCE -> {
                Line.put(House.lineTo(victim), fault.way().line().orElseThrow());
                Thread.sleep(fault.way().length());
                Line.put(House.lineTo(victim), LineState.OPEN);
            }
        }
        return System.nanoTime();
    }

    private long awaitPid(String process) {
        if (!Eventually.within(RESTART, () -> house.pid(process) != 0)) {
            throw new IllegalStateException(process + " does not run");
        }
        return house.pid(process);
    }

    /** PostgreSQL and face-service are several processes; a machine that stands still stops all of them. */
    private static List<Long> family(long pid) {
        List<Long> family = new ArrayList<>(List.of(pid));
        ProcessHandle.of(pid)
                .map(ProcessHandle::descendants)
                .orElse(Stream.of())
                .forEach(it -> family.add(it.pid()));
        return family;
    }

    private static void signal(String name, List<Long> pids) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
