package io.traitgate.session.status;

import io.smallrye.mutiny.Uni;
import io.traitgate.keys.PersonId;
import io.traitgate.modality.generation.Generation;
import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.status.EnrolmentStatusRecord;
import io.traitgate.modality.store.StoreFailure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * The table {@code enrolment_status}: what Redis can be filled from again. Storing is idempotent and ordered by
 * (generation, version), so records may come twice, late, or in any order.
 */
@Singleton
public final class MaterialisedStatuses {

    private static final String NO_DEVICE = "";

    private static final String STORE = """
            INSERT INTO enrolment_status AS known (person, module, device, erasures, deletions, version)
            SELECT $1::text, $2::text, $3::text, $4::bigint, $5::bigint, $6::bigint
             WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.person = $1::text AND person.erasures > $4::bigint)
            ON CONFLICT (person, module, device) DO UPDATE
               SET erasures = EXCLUDED.erasures, deletions = EXCLUDED.deletions, version = EXCLUDED.version
             WHERE (EXCLUDED.erasures, EXCLUDED.deletions, EXCLUDED.version)
                 > (known.erasures, known.deletions, known.version)
            """;

    /** What was kept by device goes; that of face and voice falls to no template. */
    private static final String FORGET =
            "DELETE FROM enrolment_status WHERE person = $1 AND erasures < $2 AND device <> ''";

    private static final String FALL = """
            INSERT INTO enrolment_status AS known (person, module, device, erasures, deletions, version)
            SELECT $1::text, module, '', $2::bigint, 0, 0 FROM unnest(ARRAY['face', 'voice']) AS module
            ON CONFLICT (person, module, device) DO UPDATE
               SET erasures = EXCLUDED.erasures, deletions = 0, version = 0
             WHERE EXCLUDED.erasures > known.erasures
            """;

    private static final String FIND = """
            SELECT module, erasures, deletions, version
              FROM enrolment_status
             WHERE person = $1 AND (device = '' OR device = $2)
            """;

    private final Pool pool;

    @Inject
    MaterialisedStatuses(Pool pool) {
        this.pool = pool;
    }

    /** Stores what is newer than what is known; the records of a batch in one transaction. */
    Uni<Void> store(List<EnrolmentStatusRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = records.stream().map(MaterialisedStatuses::row).toList();
        return pool.withTransaction(
                connection -> connection.preparedQuery(STORE).executeBatch(rows).replaceWithVoid());
    }

    /** Says, within a transaction, that an erase number of the person has begun: no module has a template. */
    public static Uni<Void> erase(SqlConnection transaction, String person, long erasures) {
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(person, erasures))
                .chain(() -> transaction.preparedQuery(FALL).execute(Tuple.of(person, erasures)))
                .replaceWithVoid();
    }

    /** What is known of a person: of face and voice, and of behaviour on this device. */
    Uni<KnownVersions> find(PersonId person, String device) {
        return StoreFailure.guardSql(pool.preparedQuery(FIND)
                .execute(Tuple.of(person.value(), device))
                .map(rows -> KnownVersions.of(StreamSupport.stream(rows.spliterator(), false)
                        .map(MaterialisedStatuses::known)
                        .toList())));
    }

    private static Tuple row(EnrolmentStatusRecord status) {
        return Tuple.from(List.of(
                status.person(),
                status.module(),
                Objects.requireNonNullElse(status.device(), NO_DEVICE),
                status.erasures(),
                status.deletions(),
                status.version()));
    }

    private static KnownVersions.Entry known(Row row) {
        return new KnownVersions.Entry(
                row.getString(0), new TemplateVersion(new Generation(row.getLong(1), row.getLong(2)), row.getLong(3)));
    }
}
