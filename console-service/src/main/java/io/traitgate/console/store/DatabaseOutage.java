package io.traitgate.console.store;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures of a database that is away from those of a request. */
public final class DatabaseOutage {

    /** SQLSTATE classes of the PostgreSQL manual, appendix A: connection, resources, operator intervention. */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "53", "57");

    private static final int DEEPEST = 64;

    private DatabaseOutage() {}

    /** Whether the failure, or one that caused it, says that the database is away: the request may come again. */
    public static boolean matches(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(DatabaseOutage::saysAway);
    }

    private static boolean saysAway(Throwable failure) {
        return switch (failure) {
            case PgException refused ->
                refused.getSqlState() != null && OF_THE_SERVER.stream().anyMatch(refused.getSqlState()::startsWith);
            // Connections that end, and pools that have none to give.
            case IOException _, VertxException _, NoStackTraceThrowable _ -> true;
            default -> false;
        };
    }
}
