package io.traitgate.modality.metric;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.traitgate.contract.http.Route;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The distribution of scores: summary {@code traitgate.score} with {@code route} and {@code model}, in steps of a tenth. A
 * network or a calibration that does worse in the field than on its evaluation shows here first.
 */
@Singleton
public final class ScoreMetrics {

    private static final double[] STEPS = {0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

    private final MeterRegistry registry;
    private final Map<Series, DistributionSummary> summaries = new ConcurrentHashMap<>();

    ScoreMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A caller is given a score.
     *
     * @param model version of the network that it comes from
     */
    public void given(Route route, String model, double score) {
        summaries.computeIfAbsent(new Series(route, model), this::summary).record(score);
    }

    private DistributionSummary summary(Series series) {
        return DistributionSummary.builder("traitgate.score")
                .tag("route", series.route().path())
                .tag("model", series.model())
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    private record Series(Route route, String model) {}
}
