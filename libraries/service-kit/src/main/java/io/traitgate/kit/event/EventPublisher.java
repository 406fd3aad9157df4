package io.traitgate.kit.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.Record;
import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.Receiver;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.kit.identity.TimeOrderedIds;
import io.traitgate.kit.metric.KitMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Tells the console about calls, in the background.
 *
 * <p>Publishing never fails and never delays a call: sealing and sending happen on one thread of its own, and when more
 * events wait than it can hold, because the broker is away or the load too high, further ones are dropped and counted.
 * Media take far more room than all the rest, so they have a bound of their own, past which events go without them.
 * Events are for people who look into what happened; nothing is decided by them.
 */
@Singleton
public final class EventPublisher {
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final int WAITING = 1024;
    private static final long WAITING_MEDIA = 32 << 20;
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Emitter<Record<String, byte[]>> events;
    private final HybridSealer console;
    private final EventSeal seal;
    private final ObjectMapper json;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final KitMetrics metrics;
    private final AtomicLong mediaWaiting = new AtomicLong();
    private final ThreadPoolExecutor worker;

    EventPublisher(
            @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    Emitter<Record<String, byte[]>> events,
            ServiceKeys keys,
            EventSeal seal,
            ObjectMapper json,
            TimeOrderedIds ids,
            Clock clock,
            KitMetrics metrics) {
        this.events = events;
        this.console = keys.sealerTo(Receiver.CONSOLE);
        this.seal = seal;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.metrics = metrics;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("events").factory());
    }

    /** Made at start, so that a missing key is told then and not with the first event. */
    void start(@Observes StartupEvent event) {
        LOG.debug("Events are published");
    }

    /** Publishes what is known about a call, as of now. */
    public void publish(ApiEvent.Draft draft) {
        Instant now = clock.instant();
        long media = draft.mediaSize();
        if (mediaWaiting.addAndGet(media) > WAITING_MEDIA && media > 0) {
            mediaWaiting.addAndGet(-media);
            media = 0;
            draft.leaveMediaOut();
            metrics.event("without_media");
        }
        long held = media;
        try {
            worker.execute(() -> send(draft, now, held));
        } catch (RejectedExecutionException tooMany) {
            told("dropped", held);
        }
    }

    private void send(ApiEvent.Draft draft, Instant time, long media) {
        try {
            ApiEvent event = draft.finish(ids.next(), time, json.convertValue(draft.answer(), FIELDS));
            events.send(Record.of(event.application(), seal.seal(event, console)))
                    .whenComplete((done, failure) -> told(failure == null ? "published" : "failed", media));
        } catch (IllegalStateException overflow) {
            told("dropped", media);
        } catch (IOException | RuntimeException unwritable) {
            told("failed", media);
            LOG.errorf("An event cannot be published: %s", unwritable.getClass().getName());
        }
    }

    private void told(String outcome, long media) {
        mediaWaiting.addAndGet(-media);
        metrics.event(outcome);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(2, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
