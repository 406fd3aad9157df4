package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.modality.generation.PersonRepository;
import io.traitgate.modality.status.PendingEntry;
import io.traitgate.modality.status.PendingIndex;
import io.traitgate.modality.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Makes up for what crashes leave out, so that no status stays at "building" for ever.
 *
 * <p>A pending entry without a place in the topic that is older than any producer still tries is released, and so is one
 * that the group's committed offset has passed. Should such a record still come, it is built as any other. Deletions that
 * may not have been made known everywhere are announced again.
 */
final class PendingWatchdog {

    private static final Logger LOGGER = Logger.getLogger(PendingWatchdog.class);
    private static final int BATCH = 500;

    private final Module module;
    private final PendingIndex index;
    private final CommittedOffsets committed;
    private final PersonRepository people;
    private final Deletion deletion;
    private final Transactions transactions;
    private final EnrolmentMetrics metrics;
    private final InstantSource clock;
    private final Duration grace;

    PendingWatchdog(
            Module module,
            PendingIndex index,
            CommittedOffsets committed,
            PersonRepository people,
            Deletion deletion,
            Transactions transactions,
            EnrolmentMetrics metrics,
            InstantSource clock,
            Duration grace) {
        this.module = module;
        this.index = index;
        this.committed = committed;
        this.people = people;
        this.deletion = deletion;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
        this.grace = grace;
    }

    /** One round; never fails, since the next round tries again. */
    Uni<Void> round() {
        return releaseLost()
                .flatMap(_ -> announceDeletions())
                .onFailure()
                .invoke(failure -> LOGGER.debugf(failure, "watchdog round failed module=%s", module.wireName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> releaseLost() {
        Instant before = clock.instant().minus(grace);
        return index.olderThan(module, before, BATCH)
                .flatMap(entries -> entries.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : committed
                                .byPartition()
                                .flatMap(offsets -> Multi.createFrom()
                                        .iterable(entries)
                                        .onItem()
                                        .transformToUniAndConcatenate(entry -> check(entry, offsets))
                                        .collect()
                                        .last()));
    }

    private Uni<Void> check(PendingEntry entry, Map<Integer, Long> offsets) {
        if (entry.isSettled()) {
            return index.forget(module, entry);
        }
        if (entry.isPlaced() && entry.offset() >= offsets.getOrDefault(entry.partition(), 0L)) {
            return Uni.createFrom().voidItem();
        }
        return index.release(module, entry)
                .invoke(released -> {
                    if (released) {
                        LOGGER.warnf("pending enrolment released enrolment=%s", entry.enrolment());
                        metrics.count(module, "released");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> announceDeletions() {
        return transactions
                .read(() -> people.unannounced(BATCH))
                .flatMap(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(it -> deletion.announce(it.person(), it.generation()))
                        .collect()
                        .last());
    }
}
