package io.traitgate.face.service.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.traitgate.inference.lane.LaneListener;
import io.traitgate.inference.lane.LanePriority;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures the lanes: timers {@code traitgate.lane.wait} and {@code traitgate.lane.run}, counters
 * {@code traitgate.lane.refused} and {@code traitgate.lane.dropped}, each with {@code priority}.
 */
public final class LaneMetrics implements LaneListener {

    private final MeterRegistry registry;

    public LaneMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void started(LanePriority priority, Duration waited) {
        registry.timer("traitgate.lane.wait", "priority", name(priority)).record(waited);
    }

    @Override
    public void finished(LanePriority priority, Duration ran) {
        registry.timer("traitgate.lane.run", "priority", name(priority)).record(ran);
    }

    @Override
    public void refused(LanePriority priority, Duration estimatedWait) {
        registry.counter("traitgate.lane.refused", "priority", name(priority)).increment();
    }

    @Override
    public void dropped(LanePriority priority) {
        registry.counter("traitgate.lane.dropped", "priority", name(priority)).increment();
    }

    private static String name(LanePriority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
