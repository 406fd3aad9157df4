package io.traitgate.benchmarks.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an operator is told about a set of recordings: whether it carries a calibration, how far, and how to use it.
 *
 * @param peopleToCompare people with two accepted pictures or more
 * @param genuinePairs pairs of one person
 * @param impostorPairs pairs of different people
 */
record CalibrationReport(long peopleToCompare, long genuinePairs, long impostorPairs) {
    static final int FEWEST_PEOPLE = 20;
    static final int FEWEST_GENUINE_PAIRS = 30;
    static final int FEWEST_IMPOSTOR_PAIRS = 3000;
    private static final double STATED_RATE = 1e-4;

    static CalibrationReport of(Embeddings embeddings) {
        long genuine = 0;
        var all = embeddings.faces().size();
        var byPerson = new java.util.HashMap<String, Integer>();
        embeddings.faces().forEach(face -> byPerson.merge(face.person(), 1, Integer::sum));
        for (var images : byPerson.values()) {
            genuine += (long) images * (images - 1) / 2;
        }
        return new CalibrationReport(embeddings.peopleToCompare(), genuine, (long) all * (all - 1) / 2 - genuine);
    }

    /** What is missing for any calibration; empty if nothing is. */
    List<String> lacks() {
        var lacks = new ArrayList<String>();
        require(lacks, peopleToCompare, FEWEST_PEOPLE, "people with two accepted pictures");
        require(lacks, genuinePairs, FEWEST_GENUINE_PAIRS, "pairs of one person");
        require(lacks, impostorPairs, FEWEST_IMPOSTOR_PAIRS, "pairs of different people");
        return lacks;
    }

    private static void require(List<String> lacks, long there, int needed, String what) {
        if (there < needed) {
            lacks.add(String.format(Locale.ROOT, "%,d %s where %,d are needed", there, what, needed));
        }
    }

    /** What the set does not carry, in plain words; empty if it carries what score 0.5 states. */
    List<String> warnings() {
        var warnings = new ArrayList<String>();
        var needed = Math.round(CalibrationMaker.RULE / STATED_RATE);
        if (impostorPairs < needed) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Score 0.5 is to stand for a false match rate of 1 in 10,000. To measure that takes %,d pairs of"
                            + " different people (30 of them false matches), and there are %,d: measured are rates down to %s,"
                            + " beyond that the curve is carried on as a line, on the strict side.",
                    needed,
                    impostorPairs,
                    oneIn(CalibrationMaker.smallestMeasurable(impostorPairs))));
        }
        if (impostorPairs < Math.round(3 / STATED_RATE)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Even if no pair of different people matched, all these could show with 95 %% confidence is a false match rate"
                            + " below %s (rule of 3).",
                    oneIn(3.0 / impostorPairs)));
        }
        if (peopleToCompare < 100) {
            warnings.add(
                    "Pairs of the same few people hang together: with %d people every rate is less sure than its number of pairs says."
                            .formatted(peopleToCompare));
        }
        return warnings;
    }

    /** The setting that makes face-service use the file. */
    static String setting(Path file) {
        return "TRAITGATE_FACE_CALIBRATION=" + file.toAbsolutePath().normalize();
    }

    private static String oneIn(double rate) {
        return String.format(Locale.ROOT, "1 in %,d", Math.round(1 / rate));
    }
}
