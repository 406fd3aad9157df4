package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.traitgate.kit.request.Deadline;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * The one place through which every call that enrols or authenticates passes, after its session was found and before its
 * media are looked at. What holds for all of them, whatever the modality, is decided here.
 */
@Singleton
public final class Attempts {

    Attempts() {}

    /**
     * Runs an attempt within the time the call has left; past it the call fails with 500/170.
     *
     * @param work makes the answer; begun once
     */
    public <T> Uni<T> run(Attempt attempt, Deadline deadline, Supplier<Uni<T>> work) {
        return deadline.limit(Uni.createFrom().deferred(work::get));
    }
}
