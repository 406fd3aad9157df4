package io.traitgate.modality.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class TransactionsTest {

    @Inject
    Transactions transactions;

    @Inject
    Vertx vertx;

    @Test
    void results_arriveOnTheContextOfTheCaller() {
        Context caller = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(caller, true);

        assertThat(contextOf(caller, Uni.createFrom().item("result"))).isSameAs(caller);
        assertThat(contextOf(caller, Uni.createFrom().failure(new IllegalStateException("failure"))))
                .isSameAs(caller);
    }

    private Context contextOf(Context caller, Uni<String> work) {
        CompletableFuture<Context> arrived = new CompletableFuture<>();
        caller.runOnContext(_ -> transactions
                .read(() -> work)
                .onTermination()
                .invoke(() -> arrived.complete(Vertx.currentContext()))
                .subscribe()
                .with(_ -> {}, _ -> {}));
        assertThat(arrived).succeedsWithin(Duration.ofSeconds(10));
        return arrived.join();
    }
}
