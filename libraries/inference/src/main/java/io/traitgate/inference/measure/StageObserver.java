package io.traitgate.inference.measure;

import java.time.Duration;

/** Is told what stages of a piece of work took. Called on the thread of the work: must be quick and must not throw. */
public interface StageObserver {

    /** A stage ended, well or not. */
    default void spent(String stage, Duration time) {}

    /** A network was run, as a part of some stage. */
    default void ran(String role, String version, Duration time) {}

    /** Tells both. */
    default StageObserver and(StageObserver other) {
        StageObserver one = this;
        return new StageObserver() {
            @Override
            public void spent(String stage, Duration time) {
                one.spent(stage, time);
                other.spent(stage, time);
            }

            @Override
            public void ran(String role, String version, Duration time) {
                one.ran(role, version, time);
                other.ran(role, version, time);
            }
        };
    }
}
