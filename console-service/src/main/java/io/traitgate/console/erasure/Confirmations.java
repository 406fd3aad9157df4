package io.traitgate.console.erasure;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.traitgate.console.event.PersonEvents;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.erasure.ErasureConfirmation;
import io.traitgate.kit.topic.CompactedTopics;
import io.traitgate.kit.topic.ReadableRecords;
import io.traitgate.kit.topic.TopicFollower;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Materialises what services confirm. It reads the whole topic at each start, so a restored database has all of them. What
 * a service told of the person while the erasure was on its way to it goes with its confirmation.
 */
@Singleton
final class Confirmations implements TopicFollower.Reader {

    private static final Logger LOGGER = Logger.getLogger(Confirmations.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final String STORE = """
            INSERT INTO erasure_confirmation AS known (person, service, erasures, confirmed_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (person, service) DO UPDATE
               SET erasures = EXCLUDED.erasures, confirmed_at = EXCLUDED.confirmed_at
             WHERE EXCLUDED.erasures > known.erasures
            """;

    private final CompactedTopics topics;
    private final Pool pool;
    private final PersonRows rows;

    @Inject
    Confirmations(CompactedTopics topics, Pool pool, PersonRows rows) {
        this.topics = topics;
        this.pool = pool;
        this.rows = rows;
    }

    void start(@Observes StartupEvent event) {
        topics.follow(Topic.ERASURE_CONFIRMATIONS, this);
    }

    @Override
    public void take(ConsumerRecords<String, byte[]> records) {
        Multi.createFrom()
                .iterable(ReadableRecords.of(records, ErasureConfirmation::decode, LOGGER, "confirmation"))
                .onItem()
                .transformToUniAndConcatenate(this::store)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOGGER.warnf("Confirmations could not be stored: %s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .await()
                .indefinitely();
    }

    private Uni<Void> store(ErasureConfirmation confirmation) {
        Instant at = Instant.ofEpochMilli(confirmation.confirmedAt());
        return pool.withTransaction(connection -> connection
                .preparedQuery(STORE)
                .execute(Tuple.of(
                        confirmation.person(), confirmation.service(), confirmation.erasures(), PersonRows.time(at)))
                .chain(stored -> stored.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : rows.confirmed(connection, confirmation.person(), confirmation.erasures(), at)
                                .chain(() -> PersonEvents.deleteBefore(
                                        connection, confirmation.person(), PersonRows.endOfCallsAt(at)))));
    }
}
