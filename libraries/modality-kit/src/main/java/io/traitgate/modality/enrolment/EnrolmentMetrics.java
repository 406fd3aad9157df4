package io.traitgate.modality.enrolment;

import io.micrometer.core.instrument.MeterRegistry;
import io.traitgate.contract.Module;
import jakarta.inject.Singleton;

/**
 * Counts what becomes of enrolments.
 *
 * <p>{@code traitgate.enrolments} with {@code module} and {@code outcome}: records that were {@code accepted} from callers,
 * {@code built} into a template, {@code gone} because their person was deleted or erased meanwhile, {@code buried} in the
 * dead-letter topic, or whose pending entry the watchdog {@code released}.
 */
@Singleton
final class EnrolmentMetrics {

    private final MeterRegistry registry;

    EnrolmentMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Module module, String outcome) {
        registry.counter("traitgate.enrolments", "module", module.wireName(), "outcome", outcome)
                .increment();
    }
}
