package io.traitgate.local.process;

/** A Java program whose first start after a build records a start-up cache for the starts that follow. */
public interface StartsFromCache {
    /** Whether the running start is one that records. */
    boolean recordsStartupCache();

    /** Writes what was recorded. Takes seconds, in which the program does not answer. */
    void completeStartupCache() throws InterruptedException;
}
