package io.traitgate.modality.store;

import java.util.Objects;
import java.util.stream.Stream;

/** A failure and what caused it: drivers and retries wrap what was said first. */
public final class Causes {

    /** Deeper chains do not occur; the bound is for those that lead back to themselves. */
    private static final int DEEPEST = 64;

    private Causes() {}

    /** The failure, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /** What it began with. */
    public static Throwable first(Throwable failure) {
        return of(failure).reduce(failure, (_, cause) -> cause);
    }
}
