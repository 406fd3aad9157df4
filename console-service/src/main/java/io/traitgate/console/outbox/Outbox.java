package io.traitgate.console.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Where a change leaves the records that tell of it, in its own transaction: they are sent if and only if the change
 * is committed. A change locks the row it changes before it adds a record, so that the records of one key have the
 * order of the changes.
 */
@Singleton
public final class Outbox implements PanacheRepositoryBase<OutboxEntry, Long> {

    private final Clock clock;

    @Inject
    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Adds a record; the caller wakes {@link OutboxPublisher} once the transaction is committed. */
    public Uni<Void> add(OutboxRecord message) {
        return persist(new OutboxEntry(message, clock.instant())).replaceWithVoid();
    }
}
