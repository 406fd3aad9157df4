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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes up for what crashes leave out, so that no status stays at "building" for ever.
 *
 * <p>A pending entry without a place in the topic that is older than any producer still tries is released, and so is one
 * that the group's committed offset has passed or the topic no longer keeps. Should such a record still come, it is built as any other. Deletions that
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
    private final Duration retention;
    private final AtomicBoolean running = new AtomicBoolean();

    PendingWatchdog(
            Module module,
            PendingIndex index,
            CommittedOffsets committed,
            PersonRepository people,
            Deletion deletion,
            Transactions transactions,
            EnrolmentMetrics metrics,
            InstantSource clock,
            Duration grace,
            Duration retention) {
        this.module = module;
        this.index = index;
        this.committed = committed;
        this.people = people;
        this.deletion = deletion;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
        this.grace = grace;
        this.retention = retention;
    }

    /** One round, unless the last one still runs; never fails, since the next round tries again. */
    Uni<Void> round() {
        return Uni.createFrom()
                .deferred(() -> running.compareAndSet(false, true)
                        ? carryOn(releaseLost(clock.instant(), 0))
                                .flatMap(_ -> carryOn(announceDeletions()))
                                .onTermination()
                                .invoke(() -> running.set(false))
                        : Uni.createFrom().voidItem());
    }

    /** Neither half of a round depends on the other: deletions are made known while the brokers do not answer. */
    private Uni<Void> carryOn(Uni<Void> half) {
        return half.onFailure()
                .invoke(failure -> LOGGER.debugf(failure, "watchdog round failed module=%s", module.wireName()))
                .onFailure()
                .recoverWithNull();
    }

    /** Goes on behind the entries that have to stay: many of them do while builds are behind. */
    private Uni<Void> releaseLost(Instant now, int staying) {
        return index.olderThan(module, now.minus(grace), staying, BATCH).flatMap(entries -> {
            if (entries.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Uni<Integer> stay = committed.byPartition().flatMap(offsets -> check(entries, offsets, now));
            return entries.size() < BATCH
                    ? stay.replaceWithVoid()
                    : stay.flatMap(more -> releaseLost(now, staying + more));
        });
    }

    /** Checks entries and counts those that stay. */
    private Uni<Integer> check(List<PendingEntry> entries, Map<Integer, Long> offsets, Instant now) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> isStillOnItsWay(entry, offsets, now)
                        ? Uni.createFrom().item(1)
                        : remove(entry).replaceWith(0))
                .collect()
                .with(Collectors.summingInt(stays -> stays));
    }

    private boolean isStillOnItsWay(PendingEntry entry, Map<Integer, Long> offsets, Instant now) {
        return entry.isPlaced()
                && !entry.isOlderThan(now.minus(retention))
                && entry.offset() >= offsets.getOrDefault(entry.partition(), 0L);
    }

    private Uni<Void> remove(PendingEntry entry) {
        if (entry.isSettled()) {
            return index.forget(module, entry);
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
