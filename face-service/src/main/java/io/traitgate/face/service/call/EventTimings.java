package io.traitgate.face.service.call;

import io.traitgate.inference.measure.StageObserver;
import io.traitgate.inference.measure.Stages;
import io.traitgate.kit.event.ApiEvent;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Notes in the event of a call how long its work waited for a lane, and the stages of the work took. */
public final class EventTimings {

    private EventTimings() {}

    /** The same work; made when it joins the queue. */
    public static <T> Callable<T> of(ApiEvent.Draft event, Callable<T> work) {
        long joined = System.nanoTime();
        return () -> {
            event.timing("queue", Duration.ofNanos(System.nanoTime() - joined));
            return Stages.observed(
                    new StageObserver() {
                        @Override
                        public void spent(String stage, Duration time) {
                            event.timing(stage, time);
                        }
                    },
                    work);
        };
    }
}
