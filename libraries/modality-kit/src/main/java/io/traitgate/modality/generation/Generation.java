package io.traitgate.modality.generation;

import java.util.Comparator;

/**
 * How often a person was erased, and how often deleted from one module; compared in that order.
 *
 * <p>Whatever is derived from samples carries the generation in which these were accepted. What carries an older one
 * than the person's row belongs to somebody who was deleted meanwhile and is not built, not served and not counted.
 *
 * @param erasures how often the person was erased everywhere, 0 or more
 * @param deletions how often the person was deleted from this module, 0 or more
 */
public record Generation(long erasures, long deletions) implements Comparable<Generation> {

    private static final Comparator<Generation> ORDER =
            Comparator.comparingLong(Generation::erasures).thenComparingLong(Generation::deletions);

    /** Where everybody starts. */
    public static final Generation FIRST = new Generation(0, 0);

    public Generation {
        if (erasures < 0 || deletions < 0) {
            throw new IllegalArgumentException("Generation below zero: " + erasures + ", " + deletions);
        }
    }

    /** The generation after one more deletion from this module. */
    public Generation afterDeletion() {
        return new Generation(erasures, deletions + 1);
    }

    public boolean isBefore(Generation other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Generation other) {
        return ORDER.compare(this, other);
    }
}
