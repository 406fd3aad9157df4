package io.traitgate.system.crash;

import java.util.List;
import java.util.Map;

/**
 * What came of a round.
 *
 * @param calls how many were made
 * @param refusals how often which refusal was given, by status and code
 * @param recoveryMillis from the end of the fault to the end of the last call that began later and failed
 * @param builtMillis from the end of the fault until all enrolments acknowledged by then were in templates
 * @param violations what must not have happened
 */
record Round(
        int number,
        Fault fault,
        int calls,
        Map<String, Integer> refusals,
        long recoveryMillis,
        long builtMillis,
        List<String> violations) {

    boolean isSound() {
        return violations.isEmpty();
    }

    /** One line for people. */
    String line(int of) {
        return "round %d of %d  %-20s %4d calls, recovered after %5.1f s, templates after %5.1f s, refused %s%s"
                .formatted(
                        number,
                        of,
                        fault,
                        calls,
                        recoveryMillis / 1000.0,
                        builtMillis / 1000.0,
                        refusals,
                        isSound() ? "" : "  VIOLATED " + violations);
    }
}
