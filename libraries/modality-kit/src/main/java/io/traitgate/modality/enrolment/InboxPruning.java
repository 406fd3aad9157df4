package io.traitgate.modality.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.modality.store.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * Forgets enrolments that cannot come again: their records have left the topic, and the sessions in which a client could
 * repeat their calls are over.
 */
final class InboxPruning {

    /** How often; the rows are small and nothing reads them. */
    static final Duration INTERVAL = Duration.ofHours(1);

    private static final Logger LOGGER = Logger.getLogger(InboxPruning.class);

    private final InboxRepository inbox;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration age;

    InboxPruning(InboxRepository inbox, Transactions transactions, InstantSource clock, Duration age) {
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
        this.age = age;
    }

    /** One round; never fails, since the next round tries again. */
    Uni<Void> round() {
        return transactions
                .run(() -> inbox.prune(clock.instant().minus(age)))
                .invoke(pruned -> LOGGER.debugf("inbox pruned rows=%d", pruned))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOGGER.debugf(failure, "inbox not pruned"))
                .onFailure()
                .recoverWithNull();
    }
}
