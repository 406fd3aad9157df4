package io.traitgate.kit.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.kit.topic.ReadableRecords;
import io.traitgate.kit.topic.TopicFollower;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes erasures from their topic: carries out those that the service has not settled, confirms and settles them. As long
 * as a store is away the same erasures are tried again, and those behind them wait.
 */
final class ErasureReader implements TopicFollower.Reader {
    private static final Logger LOG = Logger.getLogger(ErasureReader.class);

    private static final int AT_A_TIME = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PersonErasing erasing;
    private final ConfirmationSender sender;
    private final ErasureReplay replay;
    private final InstantSource clock;
    private final String service;

    ErasureReader(
            PersonErasing erasing,
            ConfirmationSender sender,
            ErasureReplay replay,
            InstantSource clock,
            String service) {
        this.erasing = erasing;
        this.sender = sender;
        this.replay = replay;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public void take(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<Erasure> ordered = ReadableRecords.of(records, Erasure::decode, LOG, "erasure");
        List<Erasure> open = persistently(erasing.unsettled(ordered));
        if (open.isEmpty()) {
            return;
        }
        each(open, erasing::erase);
        if (erasing.settling().isPositive()) {
            Thread.sleep(erasing.settling());
            each(open, erasing::erase);
        }
        persistently(erasing.sweep());
        for (Erasure erasure : open) {
            sender.send(ErasureConfirmation.of(erasure, service, clock.instant()));
        }
        each(open, erasing::settle);
        LOG.infof("Erasures carried out: %d", open.size());
    }

    @Override
    public void caughtUp() {
        replay.finish();
    }

    private static void each(List<Erasure> erasures, Function<Erasure, Uni<Void>> step) {
        persistently(Multi.createFrom()
                .iterable(erasures)
                .onItem()
                .transformToUni(erasure -> step.apply(erasure))
                .merge(AT_A_TIME)
                .collect()
                .asList());
    }

    /** Nothing else can be done before it works. */
    private static <T> T persistently(Uni<T> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf("An erasure waits: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .await()
                .indefinitely();
    }
}
