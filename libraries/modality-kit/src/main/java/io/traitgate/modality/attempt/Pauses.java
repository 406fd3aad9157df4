package io.traitgate.modality.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Waits, and comes back to the context of whoever waited, where its logs and traces belong. */
final class Pauses {

    /** Between two looks at what another call does: a fraction of what any of them takes. */
    static final Duration PAUSE = Duration.ofMillis(60);

    private final Vertx vertx;

    Pauses(Vertx vertx) {
        this.vertx = vertx;
    }

    Uni<Void> pause() {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(PAUSE.toMillis(), _ -> emitter.complete(null)));
    }
}
