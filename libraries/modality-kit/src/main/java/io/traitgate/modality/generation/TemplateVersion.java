package io.traitgate.modality.generation;

import java.util.Comparator;

/**
 * Names one template of a person in a module; statuses are ordered by it and never move back.
 *
 * @param generation the generation the template belongs to
 * @param number counts the templates of a generation from 1; 0 says that the generation has none
 */
public record TemplateVersion(Generation generation, long number) implements Comparable<TemplateVersion> {

    private static final Comparator<TemplateVersion> ORDER =
            Comparator.comparing(TemplateVersion::generation).thenComparingLong(TemplateVersion::number);

    public TemplateVersion {
        if (number < 0) {
            throw new IllegalArgumentException("Template version below zero: " + number);
        }
    }

    /** Says that a generation has begun and has no template. */
    public static TemplateVersion none(Generation generation) {
        return new TemplateVersion(generation, 0);
    }

    public TemplateVersion next() {
        return new TemplateVersion(generation, number + 1);
    }

    /** Whether there is a template at all. */
    public boolean exists() {
        return number > 0;
    }

    @Override
    public int compareTo(TemplateVersion other) {
        return ORDER.compare(this, other);
    }
}
