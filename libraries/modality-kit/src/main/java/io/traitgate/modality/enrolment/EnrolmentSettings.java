package io.traitgate.modality.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How enrolments are built. */
@ConfigMapping(prefix = "traitgate.enrolment")
public interface EnrolmentSettings {

    /** How many of a person's newest samples are kept for a change of the model; 0 to 20. */
    @WithDefault("20")
    @Min(0)
    @Max(20)
    int samplesKept();

    /** How many records an instance builds at a time; 1 to 12, one for each partition. */
    @WithDefault("1")
    @Min(1)
    @Max(12)
    int builders();

    /** How long an authentication waits for a template that is being built; 0 to 5 seconds. */
    @WithDefault("3S")
    @DurationMax(seconds = 5)
    Duration patience();

    /** How often the watchdog looks for lost pending entries; 1 second to 10 minutes. */
    @WithDefault("30S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration watchdogInterval();

    /**
     * How old a pending entry must be before the watchdog judges it: the producer's delivery time-out (4 seconds) and a
     * minute; 1 second to 1 hour.
     */
    @WithDefault("64S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration watchdogGrace();
}
