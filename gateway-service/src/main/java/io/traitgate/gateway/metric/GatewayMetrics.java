package io.traitgate.gateway.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.traitgate.contract.http.Route;
import io.traitgate.gateway.body.ByteBudget;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the gateway.
 *
 * <ul>
 *   <li>{@code traitgate.gateway.calls} with {@code route}, {@code status} and {@code code}: how many calls were
 *       answered in which way, and how long they took from their head to the answer. Refusals of the gateway are
 *       among them.
 *   <li>{@code traitgate.gateway.abandoned} with {@code route}: calls whose client went away or stalled.
 *   <li>{@code traitgate.gateway.malformed}: requests that were no HTTP.
 *   <li>{@code traitgate.gateway.upstream.failures} with {@code service} and {@code kind}: services that could not
 *       be reached, or answered what the contract does not know.
 *   <li>{@code traitgate.gateway.running}: calls under way.
 *   <li>{@code traitgate.gateway.body.bytes}: memory that bodies hold.
 * </ul>
 */
@Singleton
public final class GatewayMetrics {

    private static final String NO_ROUTE = "none";

    /** Enough for a median and a 99th percentile, for each of the few outcomes that a route has. */
    private static final Duration[] LATENCIES = IntStream.of(
                    2, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 4000, 8000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Outcome, Timer> calls = new ConcurrentHashMap<>();
    private final AtomicInteger running;

    public GatewayMetrics(MeterRegistry registry, ByteBudget budget) {
        this.registry = registry;
        this.running = registry.gauge("traitgate.gateway.running", new AtomicInteger());
        registry.gauge("traitgate.gateway.body.bytes", budget, ByteBudget::used);
    }

    /** A service failed. */
    public void upstreamFailure(String service, String kind) {
        registry.counter("traitgate.gateway.upstream.failures", "service", service, "kind", kind)
                .increment();
    }

    /** A call came in. */
    public void opened() {
        running.incrementAndGet();
    }

    /** Calls under way. */
    public int running() {
        return running.get();
    }

    /**
     * A call was answered.
     *
     * @param code of the first error, 0 for success
     * @param nanos since its head was read
     */
    public void answered(@Nullable Route route, int status, int code, long nanos) {
        running.decrementAndGet();
        calls.computeIfAbsent(new Outcome(name(route), status, code), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Outcome outcome) {
        return Timer.builder("traitgate.gateway.calls")
                .tag("route", outcome.route())
                .tag("status", Integer.toString(outcome.status()))
                .tag("code", Integer.toString(outcome.code()))
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    /** A call ended without an answer. */
    public void abandoned(@Nullable Route route) {
        running.decrementAndGet();
        registry.counter("traitgate.gateway.abandoned", "route", name(route)).increment();
    }

    /** A request was no HTTP. */
    public void malformed() {
        registry.counter("traitgate.gateway.malformed").increment();
    }

    private static String name(@Nullable Route route) {
        return route == null ? NO_ROUTE : route.path();
    }

    private record Outcome(String route, int status, int code) {}
}
