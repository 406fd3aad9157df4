package io.traitgate.console.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds: at least once, in the order of each record key, for ever. A change wakes it right after
 * its commit; a slow poll finds what a crashed instance left behind. After a failure it waits, from a tenth of a
 * second doubling to five seconds, and tries the same rows again.
 */
@Singleton
public final class OutboxPublisher {

    private static final Logger LOGGER = Logger.getLogger(OutboxPublisher.class);

    private static final int BATCH = 50;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PendingRecords pending;
    private final RecordSender sender;
    private final Vertx vertx;
    private final AtomicInteger wakeUps = new AtomicInteger();

    private volatile Duration wait = Duration.ZERO;
    private volatile boolean emptied;

    @Inject
    OutboxPublisher(PendingRecords pending, RecordSender sender, Vertx vertx) {
        this.pending = pending;
        this.sender = sender;
        this.vertx = vertx;
    }

    /** Starts sending, unless it is under way: then it looks once more before it rests. */
    public void wake() {
        if (wakeUps.getAndIncrement() == 0) {
            pass(1);
        }
    }

    /** The last pass worked, and the outbox has been empty since the start. */
    boolean upToDate() {
        return emptied && wait.isZero();
    }

    @Scheduled(every = "{traitgate.outbox.poll}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void poll() {
        wake();
    }

    private void pass(int seen) {
        pending.deliver(BATCH, this::send)
                .chain(this::remember)
                .subscribe()
                .with(delivery -> after(delivery, seen), failure -> failed(failure, seen));
    }

    private Uni<Delivery> send(List<PendingRecord> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndMerge(this::sendOne)
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList()
                .map(acknowledged -> new Delivery(records.size(), acknowledged));
    }

    private Uni<Optional<Long>> sendOne(PendingRecord message) {
        return sender.send(message)
                .map(done -> Optional.of(message.id()))
                .onFailure()
                .invoke(failure ->
                        LOGGER.warnf("A record for %s was not sent: %s", message.topic(), failure.toString()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** Rows that another instance is sending are not offered here, so only the table can say that it is empty. */
    private Uni<Delivery> remember(Delivery delivery) {
        if (emptied || delivery.offered() > 0) {
            return Uni.createFrom().item(delivery);
        }
        return pending.count().invoke(left -> emptied = left == 0).replaceWith(delivery);
    }

    private void after(Delivery delivery, int seen) {
        if (!delivery.complete()) {
            tryAgain(seen);
            return;
        }
        wait = Duration.ZERO;
        int now = wakeUps.get();
        if (delivery.offered() > 0 || now != seen || !wakeUps.compareAndSet(now, 0)) {
            pass(wakeUps.get());
        }
    }

    private void failed(Throwable failure, int seen) {
        LOGGER.warnf("The outbox could not be read: %s", failure.toString());
        tryAgain(seen);
    }

    private void tryAgain(int seen) {
        Duration doubled = wait.isZero() ? FIRST_WAIT : wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        vertx.setTimer(wait.toMillis(), timer -> pass(seen));
    }
}
