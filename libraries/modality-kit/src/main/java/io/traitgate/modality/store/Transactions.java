package io.traitgate.modality.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Runs work in a transaction of its own, whatever thread asks for it.
 *
 * <p>A Hibernate session lives on one Vert.x context. Calls here come from event loops, from lanes and from timers, so
 * each transaction gets a fresh context instead of depending on where its caller happens to be. Fails with 503/120 when
 * PostgreSQL is away. Results arrive on the context of whoever asked, where its logs and traces belong; where there is
 * none, on the transaction's.
 */
@Singleton
public final class Transactions {

    private final Vertx vertx;

    Transactions(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs the work; its changes are kept together when its result arrives, and none of them when it fails. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return andBack(StoreFailure.guardSql(onOwnContext(() -> Panache.withTransaction(work))));
    }

    /** Runs work that only reads. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return andBack(StoreFailure.guardSql(onOwnContext(() -> Panache.withSession(work))));
    }

    /**
     * Runs computation within a transaction on a worker thread and comes back to the transaction's own: sealing megabytes
     * would hold up everybody else on the event loop.
     */
    public static <T> Uni<T> aside(Supplier<T> computation) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .item(computation)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private static <T> Uni<T> andBack(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            return caller == null ? call : call.emitOn(task -> caller.runOnContext(_ -> task.run()));
        });
    }

    private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    _ -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
