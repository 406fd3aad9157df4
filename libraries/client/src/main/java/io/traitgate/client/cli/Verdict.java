package io.traitgate.client.cli;

import java.util.Locale;
import java.util.Map;

/** Whether a score counts as the same person: from 0.5, where the calibrated false match rate stands. */
record Verdict(double score) {
    private static final double THRESHOLD = 0.5;

    boolean accepted() {
        return score >= THRESHOLD;
    }

    ExitCode exitCode() {
        return accepted() ? ExitCode.DONE : ExitCode.NOT_ACCEPTED;
    }

    Map<String, Boolean> forPrograms() {
        return Map.of("accepted", accepted());
    }

    String line(Terminal terminal) {
        return accepted()
                ? terminal.good("accepted") + String.format(Locale.ROOT, ": the score is at least %.1f", THRESHOLD)
                : terminal.bad("not accepted") + String.format(Locale.ROOT, ": the score is below %.1f", THRESHOLD);
    }
}
