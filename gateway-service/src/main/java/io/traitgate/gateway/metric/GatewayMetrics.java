package io.traitgate.gateway.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.traitgate.contract.http.Route;
import io.traitgate.gateway.body.ByteBudget;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final MeterRegistry registry;
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
        registry.timer(
                        "traitgate.gateway.calls",
                        "route",
                        name(route),
                        "status",
                        Integer.toString(status),
                        "code",
                        Integer.toString(code))
                .record(nanos, TimeUnit.NANOSECONDS);
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
}
