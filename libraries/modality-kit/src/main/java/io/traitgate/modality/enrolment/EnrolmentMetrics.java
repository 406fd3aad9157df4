package io.traitgate.modality.enrolment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.traitgate.contract.Module;
import io.traitgate.modality.status.PendingIndex;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what becomes of enrolments.
 *
 * <p>{@code traitgate.enrolments} with {@code module} and {@code outcome}: records that were {@code accepted} from callers,
 * {@code built} into a template, {@code gone} because their person was deleted or erased meanwhile, {@code buried} in the
 * dead-letter topic, or whose pending entry the watchdog {@code released}. {@code traitgate.enrolments.pending} with {@code
 * module}: how many wait for their build, in all instances together, as of some seconds ago.
 */
@Singleton
final class EnrolmentMetrics {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final MeterRegistry registry;

    EnrolmentMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Module module, String outcome) {
        registry.counter("traitgate.enrolments", "module", module.wireName(), "outcome", outcome)
                .increment();
    }

    /** Looks from time to time how many enrolments of a module wait; where that cannot be told, the last number stays. */
    void watch(Module module, PendingIndex pending, Vertx vertx) {
        AtomicLong waiting =
                registry.gauge("traitgate.enrolments.pending", Tags.of("module", module.wireName()), new AtomicLong());
        vertx.setPeriodic(
                0, LOOK_AGAIN.toMillis(), _ -> pending.size(module).subscribe().with(waiting::set, _ -> {}));
    }
}
