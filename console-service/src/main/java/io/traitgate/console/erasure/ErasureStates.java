package io.traitgate.console.erasure;

import io.smallrye.mutiny.Uni;
import io.traitgate.keys.PersonId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Tells how far erasures have come. */
@Singleton
final class ErasureStates {

    private static final String ORDERED =
            "SELECT ordered, ordered_at FROM person WHERE person = $1 AND application = $2 AND ordered > 0";

    private static final String CONFIRMED =
            "SELECT service, confirmed_at FROM erasure_confirmation WHERE person = $1 AND erasures >= $2";

    private final Pool pool;
    private final PeopleSettings settings;

    @Inject
    ErasureStates(Pool pool, PeopleSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /** The state of the newest erasure; empty for a person whom nobody wanted erased. */
    Uni<Optional<ErasureState>> of(String application, PersonId person) {
        return pool.preparedQuery(ORDERED)
                .execute(Tuple.of(person.value(), application))
                .chain(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> state(application, person.value(), row).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<ErasureState> state(String application, String person, Row row) {
        long number = row.getLong(0);
        Instant orderedAt = row.getOffsetDateTime(1).toInstant();
        return pool.preparedQuery(CONFIRMED)
                .execute(Tuple.of(person, number))
                .map(ErasureStates::byService)
                .map(confirmed -> {
                    List<ErasureState.Service> services = settings.services().stream()
                            .sorted()
                            .map(name -> new ErasureState.Service(name, confirmed.get(name)))
                            .toList();
                    boolean complete = services.stream().allMatch(service -> service.confirmedAt() != null);
                    return new ErasureState(application, person, number, orderedAt, complete, services);
                });
    }

    private static Map<String, Instant> byService(RowSet<Row> rows) {
        Map<String, Instant> confirmed = new HashMap<>();
        rows.forEach(
                row -> confirmed.put(row.getString(0), row.getOffsetDateTime(1).toInstant()));
        return confirmed;
    }
}
