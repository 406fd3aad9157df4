package io.traitgate.inference.measure;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Measures stages of the work on this thread.
 *
 * <p>What the work is for, a call or a build or an evaluation, is known only outside of it, so the observer is bound around
 * the work and no signature in between knows of it. Without an observer nothing is measured.
 */
public final class Stages {
    private static final ScopedValue<StageObserver> OBSERVER = ScopedValue.newInstance();

    private Stages() {}

    /** Does the work and tells the observer, besides those around, about its stages. */
    public static <T> T observed(StageObserver observer, Callable<T> work) throws Exception {
        StageObserver all = OBSERVER.isBound() ? OBSERVER.get().and(observer) : observer;
        return ScopedValue.where(OBSERVER, all).call(work::call);
    }

    /** Does a stage of the work. */
    public static <T> T time(String stage, Supplier<T> work) {
        if (!OBSERVER.isBound()) {
            return work.get();
        }
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            OBSERVER.get().spent(stage, since(begin));
        }
    }

    /** Runs a network, whose role and version are told. */
    public static <T> T run(String role, String version, Supplier<T> network) {
        if (!OBSERVER.isBound()) {
            return network.get();
        }
        long begin = System.nanoTime();
        try {
            return network.get();
        } finally {
            OBSERVER.get().ran(role, version, since(begin));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
