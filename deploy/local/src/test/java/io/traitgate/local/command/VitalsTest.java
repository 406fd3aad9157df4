package io.traitgate.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class VitalsTest {
    private static final MetricsPage BEFORE = MetricsPage.parse("""
            # HELP traitgate_gateway_calls_seconds
            traitgate_gateway_calls_seconds_count{code="0",route="/v1/face/auth",status="200"} 100.0
            traitgate_gateway_calls_seconds_bucket{code="0",status="200",le="0.05"} 100.0
            traitgate_gateway_calls_seconds_bucket{code="0",status="200",le="0.1"} 100.0
            traitgate_gateway_calls_seconds_bucket{code="0",status="200",le="+Inf"} 100.0
            """);

    private static final MetricsPage AFTER = MetricsPage.parse("""
            traitgate_gateway_calls_seconds_count{code="0",route="/v1/face/auth",status="200"} 116.0
            traitgate_gateway_calls_seconds_count{code="11",route="/v1/face/auth",status="422"} 4.0
            traitgate_gateway_calls_seconds_bucket{code="0",status="200",le="0.05"} 110.0
            traitgate_gateway_calls_seconds_bucket{code="0",status="200",le="0.1"} 116.0
            traitgate_gateway_calls_seconds_bucket{code="0",status="200",le="+Inf"} 116.0
            traitgate_gateway_calls_seconds_bucket{code="11",status="422",le="0.05"} 0.0
            traitgate_gateway_calls_seconds_bucket{code="11",status="422",le="0.1"} 4.0
            traitgate_gateway_calls_seconds_bucket{code="11",status="422",le="+Inf"} 4.0
            traitgate_lane_queued{priority="authentication"} 3.0
            traitgate_lane_queued{priority="build"} 1.0
            traitgate_lane_busy 2.0
            traitgate_lane_count 2.0
            traitgate_lane_refused_total{priority="authentication"} 7.0
            traitgate_enrolments_pending{module="face"} 5.0
            kafka_consumer_fetch_manager_records_lag{partition="0",topic="face-enrolments"} 4.0
            kafka_consumer_fetch_manager_records_lag{partition="1",topic="face-enrolments"} NaN
            traitgate_events_total{outcome="published"} 90.0
            traitgate_events_total{outcome="dropped"} 2.0
            traitgate_events_total{outcome="failed"} 1.0
            """);

    @Test
    void ratesAndLatenciesAreThoseBetweenTwoLooks() {
        Vitals vitals = Vitals.between(BEFORE, AFTER, Duration.ofSeconds(2));

        assertThat(vitals.callsPerSecond()).isEqualTo(10);
        assertThat(vitals.refusedPerSecond()).isEqualTo(2);
        assertThat(vitals.p50().getAsDouble()).isEqualTo(50, Offset.offset(0.1));
        assertThat(vitals.p99().getAsDouble()).isBetween(95.0, 100.0);
    }

    @Test
    void theRestIsTold() {
        assertThat(Vitals.between(BEFORE, AFTER, Duration.ofSeconds(2)).text().lines())
                .containsExactly(
                        "  10.0 calls/s, 2.0 of them refused, p50 50 ms, p99 99 ms",
                        "  lanes 2 of 2 busy, 4 waiting, 7 turned away since start",
                        "  5 enrolments pending, 4 records to be read, 3 events dropped");
    }

    @Test
    void withoutCallsThereIsNoLatency() {
        assertThat(Vitals.between(AFTER, AFTER, Duration.ofSeconds(1)).p50()).isEmpty();
        assertThat(Vitals.percentile(new TreeMap<>(Map.of()), 0.5)).isEmpty();
    }
}
