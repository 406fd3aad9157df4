package io.traitgate.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compared pictures: similarities of one person's and of different people's, and whose they are. */
public final class Comparisons {
    private final int people;
    private final List<Comparison> genuine;
    private final List<Comparison> impostor;
    private final Distribution genuineValues;
    private final Distribution impostorValues;

    private Comparisons(int people, List<Comparison> genuine, List<Comparison> impostor) {
        this.people = people;
        this.genuine = genuine;
        this.impostor = impostor;
        this.genuineValues = values(genuine);
        this.impostorValues = values(impostor);
    }

    /** @param first and {@code second}: the people, by number from 0 */
    private record Comparison(int first, int second, double similarity) {}

    private static Distribution values(List<Comparison> sorted) {
        return Distribution.of(
                sorted.stream().mapToDouble(Comparison::similarity).toArray());
    }

    /** How many of one person. */
    public int genuine() {
        return genuine.size();
    }

    /** How many of different people. */
    public int impostor() {
        return impostor.size();
    }

    /** How many people there are. */
    public int people() {
        return people;
    }

    /** The rates with every comparison counted once. */
    public Rates rates() {
        return new Rates(genuineValues, impostorValues);
    }

    /**
     * The rates of a resample of the people: a comparison counts as often as both its people were drawn together, the
     * product of their numbers; a person's copies are not compared with each other.
     *
     * @param drawn how often each person was drawn
     */
    Rates resampled(int[] drawn) {
        return new Rates(
                genuineValues.weighted(
                        genuine.stream().mapToDouble(it -> drawn[it.first]).toArray()),
                impostorValues.weighted(impostor.stream()
                        .mapToDouble(it -> (double) drawn[it.first] * drawn[it.second])
                        .toArray()));
    }

    /** Whether a resample has comparisons of both kinds. */
    boolean hasBothKinds(int[] drawn) {
        return genuine.stream().anyMatch(it -> drawn[it.first] > 0)
                && impostor.stream().anyMatch(it -> drawn[it.first] > 0 && drawn[it.second] > 0);
    }

    /** Takes comparisons in. */
    public static final class Collector {
        private final int people;
        private final List<Comparison> genuine = new ArrayList<>();
        private final List<Comparison> impostor = new ArrayList<>();

        /** @param people how many there are; they go by number from 0 */
        public Collector(int people) {
            this.people = people;
        }

        /** Adds one comparison; of one person if both numbers are the same. */
        public Collector add(int first, int second, double similarity) {
            (first == second ? genuine : impostor).add(new Comparison(first, second, similarity));
            return this;
        }

        /** Whether there is at least one comparison of each kind. */
        public boolean isComplete() {
            return !genuine.isEmpty() && !impostor.isEmpty();
        }

        /**
         * What was added.
         *
         * @throws IllegalArgumentException when a kind has none
         */
        public Comparisons build() {
            if (!isComplete()) {
                throw new IllegalArgumentException(
                        "%d comparisons of one person and %d of different people: both are needed"
                                .formatted(genuine.size(), impostor.size()));
            }
            return new Comparisons(people, sorted(genuine), sorted(impostor));
        }

        private static List<Comparison> sorted(List<Comparison> comparisons) {
            return comparisons.stream()
                    .sorted(Comparator.comparingDouble(Comparison::similarity))
                    .toList();
        }
    }
}
