package io.traitgate.system.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something that is done to somebody. */
record Fault(Victim victim, Way way) {
    /** The seven kills, and each other way once or twice: what an ordinary run of the suite has time for. */
    static final List<Fault> DOZEN = List.of(
            new Fault(Victim.FACE, Way.KILL),
            new Fault(Victim.KAFKA, Way.KILL),
            new Fault(Victim.POSTGRESQL, Way.CUT),
            new Fault(Victim.REDIS, Way.KILL),
            new Fault(Victim.SESSION, Way.PAUSE),
            new Fault(Victim.POSTGRESQL, Way.KILL),
            new Fault(Victim.GATEWAY, Way.KILL),
            new Fault(Victim.KAFKA, Way.FREEZE),
            new Fault(Victim.SESSION, Way.KILL),
            new Fault(Victim.REDIS, Way.SILENCE),
            new Fault(Victim.CONSOLE, Way.KILL),
            new Fault(Victim.FACE, Way.CUT));

    /** Every way for every victim that it can be done to. */
    static List<Fault> all() {
        return Arrays.stream(Victim.values())
                .flatMap(victim -> Arrays.stream(Way.values())
                        .filter(way -> way.line().isEmpty() || victim.hasLine())
                        .map(way -> new Fault(victim, way)))
                .toList();
    }

    @Override
    public String toString() {
        return (way + " " + victim).toLowerCase(Locale.ROOT);
    }
}
