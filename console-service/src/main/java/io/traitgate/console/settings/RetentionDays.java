package io.traitgate.console.settings;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** For how many days applications want their events to be kept, where they have set it. */
@Singleton
public final class RetentionDays {

    static final String SETTING = "events.retention.days";

    private static final String QUERY = """
            SELECT application_id, (document::jsonb ->> $1)::int
              FROM setting
             WHERE document::jsonb ->> $1 IS NOT NULL
            """;

    private final Pool pool;

    @Inject
    RetentionDays(Pool pool) {
        this.pool = pool;
    }

    /** Days by application; who has set nothing is not in it. */
    public Uni<Map<String, Integer>> ofApplications() {
        return pool.preparedQuery(QUERY)
                .execute(Tuple.of(SETTING))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toUnmodifiableMap(row -> row.getString(0), row -> row.getInteger(1))));
    }
}
