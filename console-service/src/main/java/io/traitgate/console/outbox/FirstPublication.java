package io.traitgate.console.outbox;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Says everything again at start: a topic that was lost, or sealed to a key of the gateway which is on its way out, is
 * whole again after a restart.
 */
@Singleton
final class FirstPublication {

    private final Instance<OutboxSource> sources;
    private final OutboxPublisher publisher;

    @Inject
    FirstPublication(@Any Instance<OutboxSource> sources, OutboxPublisher publisher) {
        this.sources = sources;
        this.publisher = publisher;
    }

    void atStart(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(OutboxSource::addEverything)
                .onItem()
                .ignoreAsUni());
        publisher.wake();
    }
}
