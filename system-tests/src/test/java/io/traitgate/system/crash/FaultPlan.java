package io.traitgate.system.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which fault comes in which round.
 *
 * @param first number of the first round; others than 1 repeat a part of a former run
 * @param rounds how many
 * @param seed what a run is repeated by
 */
record FaultPlan(int first, int rounds, long seed) {
    private static final String ROUNDS = "traitgate.crash.rounds";
    private static final String SEED = "traitgate.crash.seed";
    private static final String FIRST = "traitgate.crash.first";

    /** As the system properties say; without them the dozen. */
    static FaultPlan fromProperties() {
        return new FaultPlan(
                Integer.getInteger(FIRST, 1),
                Integer.getInteger(ROUNDS, 0),
                Long.getLong(SEED, new Random().nextLong()));
    }

    /** Whether this is the part of the ordinary suite. */
    boolean isShort() {
        return rounds == 0;
    }

    /** The faults in order: in a long run all of them, shuffled, then all of them again. */
    List<Fault> faults() {
        if (isShort()) {
            return Fault.DOZEN;
        }
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        while (faults.size() < first - 1 + rounds) {
            List<Fault> all = new ArrayList<>(Fault.all());
            Collections.shuffle(all, random);
            faults.addAll(all);
        }
        return faults.subList(first - 1, first - 1 + rounds);
    }

    /** The chances of a round. */
    Random chances(int round) {
        return new Random(seed * 31 + round);
    }
}
