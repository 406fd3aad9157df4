package io.traitgate.inference.lane;

import java.time.Duration;

/** Sees what happens on the lanes, for metrics. Called on lane and caller threads: must be quick and must not throw. */
public interface LaneListener {
    /** A listener that takes no notice. */
    LaneListener NONE = new LaneListener() {};

    /** Work left the queue after this wait. */
    default void started(LanePriority priority, Duration waited) {}

    /** Work ended, well or not. */
    default void finished(LanePriority priority, Duration ran) {}

    /** Work was refused at the door. */
    default void refused(LanePriority priority, Duration estimatedWait) {}

    /** Queued work was dropped because its time ran out or its caller gave up. */
    default void dropped(LanePriority priority) {}
}
