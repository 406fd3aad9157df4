package io.traitgate.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.topic.Topic;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "console")
final class OutboxTest {

    private static final String ADD =
            "INSERT INTO outbox (topic, record_key, record_value, created_at) VALUES ($1, $2, $3, now())";

    private final String key = UUID.randomUUID().toString();

    @Inject
    Pool pool;

    @Inject
    OutboxPublisher publisher;

    @Test
    void recordsOfAKey_arriveInOrder_andLeaveTheOutbox() {
        List<String> values =
                IntStream.range(0, 120).mapToObj(i -> "value " + i).toList();
        values.forEach(this::add);

        wakeOftenUntilEmpty();

        assertThat(published()).isEqualTo(values);
    }

    @Test
    void keyThatAnotherInstanceIsSending_waits_andOthersDoNot() {
        String other = UUID.randomUUID().toString();
        add("first");
        add("second");
        add(other, "of another key");
        SqlConnection otherInstance = pool.getConnection().await().indefinitely();
        run(otherInstance.query("BEGIN").execute());
        run(otherInstance
                .preparedQuery("SELECT id FROM outbox WHERE record_key = $1 ORDER BY id LIMIT 1 FOR UPDATE")
                .execute(Tuple.of(key)));

        publisher.wake();
        await(() -> recordsOf(other).size() == 1);
        assertThat(published()).isEmpty();

        run(otherInstance.query("ROLLBACK").execute());
        run(otherInstance.close());
        wakeOftenUntilEmpty();
        assertThat(published()).containsExactly("first", "second");
    }

    @Test
    void service_isReady_onceEverythingIsPublished() {
        await(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        RestAssured.get("/q/health/ready").then().body("checks.find { it.name == 'outbox' }.status", equalTo("UP"));
    }

    private void add(String value) {
        add(key, value);
    }

    private void add(String recordKey, String value) {
        Tuple row = Tuple.tuple()
                .addString(Topic.APPLICATION_SETTINGS.topicName())
                .addString(recordKey)
                .addBuffer(Buffer.buffer(value));
        run(pool.preparedQuery(ADD).execute(row));
    }

    private static <T> T run(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }

    private void wakeOftenUntilEmpty() {
        await(() -> {
            publisher.wake();
            return run(pool.query("SELECT 1 FROM outbox").execute()).size() == 0;
        });
    }

    private List<String> published() {
        return recordsOf(key);
    }

    private static List<String> recordsOf(String key) {
        List<String> values = new ArrayList<>();
        TestTopics.read(Topic.APPLICATION_SETTINGS).stream()
                .filter(message -> message.key().equals(key))
                .sorted(Comparator.comparingLong(message -> message.offset()))
                .forEach(message -> values.add(new String(message.value(), StandardCharsets.UTF_8)));
        return values;
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
