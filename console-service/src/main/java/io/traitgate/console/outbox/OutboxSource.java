package io.traitgate.console.outbox;

import io.smallrye.mutiny.Uni;

/** Somebody whose state lives on a topic, and who can say all of it again. */
public interface OutboxSource {

    /** Adds a record for everything there is, in transactions of its own. */
    Uni<Void> addEverything();
}
