package io.traitgate.local.build;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The crash tests alone, in their long form.
 *
 * @param rounds how many times something is done to a process
 * @param seed repeats a former run's choices; empty for new ones
 * @param first number of the first round; others than 1 repeat a part of a former run
 */
record CrashTests(int rounds, Optional<Long> seed, int first) {
    /** Where the tests leave their table. */
    static final String REPORT = "system-tests/target/crash/report.md";

    private static final int DEFAULT_ROUNDS = 200;

    /**
     * Reads {@code crash [--rounds N] [--seed S] [--first R]}.
     *
     * @throws IllegalArgumentException if that is not what the arguments say
     */
    static CrashTests of(List<String> arguments) {
        int rounds = DEFAULT_ROUNDS;
        Optional<Long> seed = Optional.empty();
        int first = 1;
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "crash" -> {}
                case "--rounds" -> rounds = Integer.parseInt(words.next());
                case "--seed" -> seed = Optional.of(Long.valueOf(words.next()));
                case "--first" -> first = Integer.parseInt(words.next());
                default ->
                    throw new IllegalArgumentException("test crash [--rounds N] [--seed S] [--first R], not " + word);
            }
        }
        return new CrashTests(rounds, seed, first);
    }

    /** What Maven is told besides its goal: the system tests' one class, and whatever it stands on. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-pl",
                "system-tests",
                "-am",
                "-Dtest=CrashMatrixTest",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dtraitgate.crash.rounds=" + rounds,
                "-Dtraitgate.crash.first=" + first));
        seed.ifPresent(value -> arguments.add("-Dtraitgate.crash.seed=" + value));
        return arguments;
    }
}
