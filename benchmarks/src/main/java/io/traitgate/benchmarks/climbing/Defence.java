package io.traitgate.benchmarks.climbing;

import java.util.List;

/**
 * What a server does against climbing.
 *
 * @param title for the tables
 * @param coarse whether scores come in steps and flat at both ends, or as exact similarities
 * @param failures that a person may have in a month; beyond them calls are refused
 * @param told how many of these failures are told with their score; the others are answered 0
 */
record Defence(String title, boolean coarse, int failures, int told) {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int BUDGET = 50;
    private static final int TOLD = 3;

    /** What the published attacks assume. */
    static final Defence NONE = new Defence("exact scores, no budget", false, UNLIMITED, UNLIMITED);

    static final Defence STEPS = new Defence("steps of 0.01 and flat ends, no budget", true, UNLIMITED, UNLIMITED);

    static final Defence BUDGET_ALONE = new Defence("exact scores, 50 failures a month", false, BUDGET, UNLIMITED);

    static final Defence STEPS_AND_BUDGET =
            new Defence("steps, 50 failures a month, every score told", true, BUDGET, UNLIMITED);

    /** As TraitGate answers by default. */
    static final Defence DEFAULT =
            new Defence("**default: steps, 50 failures a month, 3 of them told**", true, BUDGET, TOLD);

    /** From nothing to all. */
    static final List<Defence> ALL = List.of(NONE, STEPS, BUDGET_ALONE, STEPS_AND_BUDGET, DEFAULT);

    /** Those that let an attacker go on next month. */
    static final List<Defence> BUDGETED = List.of(BUDGET_ALONE, STEPS_AND_BUDGET, DEFAULT);
}
