package io.traitgate.face.service.lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.traitgate.inference.lane.LaneListener;
import io.traitgate.inference.lane.LanePriority;
import io.traitgate.inference.lane.Lanes;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures the lanes: timers {@code traitgate.lane.wait} and {@code traitgate.lane.run}, counters
 * {@code traitgate.lane.refused} and {@code traitgate.lane.dropped}, each with {@code priority}; gauges {@code traitgate.lane.queued} with
 * {@code priority}, {@code traitgate.lane.busy} and {@code traitgate.lane.count}.
 */
public final class LaneMetrics implements LaneListener {

    private final MeterRegistry registry;

    public LaneMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows how full the lanes are, for as long as they live. */
    public static void watch(Lanes lanes, MeterRegistry registry) {
        for (LanePriority priority : LanePriority.values()) {
            Gauge.builder("traitgate.lane.queued", lanes, all -> all.queued(priority))
                    .tag("priority", name(priority))
                    .register(registry);
        }
        Gauge.builder("traitgate.lane.busy", lanes, Lanes::busy).register(registry);
        Gauge.builder("traitgate.lane.count", lanes, Lanes::size).register(registry);
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
