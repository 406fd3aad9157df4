package io.traitgate.face.service.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.traitgate.inference.measure.StageObserver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures what lanes do, for calls and for template builds: timers {@code traitgate.stage} with {@code stage}, and {@code
 * traitgate.inference} with {@code role} and {@code model} for each run of a network.
 */
@Singleton
final class StageMetrics implements StageObserver {

    private final MeterRegistry registry;
    private final Map<String, Timer> stages = new ConcurrentHashMap<>();
    private final Map<String, Timer> networks = new ConcurrentHashMap<>();

    StageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void spent(String stage, Duration time) {
        stages.computeIfAbsent(stage, name -> registry.timer("traitgate.stage", "stage", name))
                .record(time);
    }

    @Override
    public void ran(String role, String version, Duration time) {
        networks.computeIfAbsent(version, name -> registry.timer("traitgate.inference", "role", role, "model", name))
                .record(time);
    }
}
