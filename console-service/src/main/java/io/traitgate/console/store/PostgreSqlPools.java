package io.traitgate.console.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Makes connections to PostgreSQL that end by themselves where nothing comes back any more: neither a network that has
 * forgotten a connection nor a server that stands still tells anybody. Without a limit the outbox would wait
 * for ever,
 * and the server would go on holding the locks of what they had begun.
 */
@Singleton
final class PostgreSqlPools implements PgPoolCreator {

    /** As long as a call may take: after that nobody waits for an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    PostgreSqlPools() {}

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(connection -> connection
                        .addProperty("idle_in_transaction_session_timeout", Long.toString(SILENCE.toMillis()))
                        .setReadIdleTimeout((int) SILENCE.toSeconds()));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
