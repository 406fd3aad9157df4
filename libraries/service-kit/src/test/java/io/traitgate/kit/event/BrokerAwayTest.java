package io.traitgate.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.traitgate.contract.modality.AuthAnswer;
import io.traitgate.kit.TestKeysets;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody listens where the brokers should be, and calls go on. */
@QuarkusTest
@TestProfile(BrokerAwayTest.NoBroker.class)
@QuarkusTestResource(TestKeysets.class)
final class BrokerAwayTest {
    private static final int FLOOD = 20_000;

    @Inject
    EventPublisher publisher;

    @Inject
    MeterRegistry metrics;

    @Test
    void aFloodOfEventsDelaysNobodyAndWhatFindsNoRoomIsCounted() throws InterruptedException {
        long slowest = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < FLOOD; i++) {
            long before = System.nanoTime();
            publisher.publish(
                    ApiEvent.about("request", "demo", "/v1/face/auth").answered(new AuthAnswer(0.97, 0, null)));
            slowest = Math.max(slowest, System.nanoTime() - before);
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(whole).isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
        assertThat(count("published")).isZero();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (count("dropped") < FLOOD - 4 * 1024) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void mediaBeyondTheirBoundAreLeftOutAndCounted() {
        String large = "A".repeat(1 << 20);
        for (int i = 0; i < 64; i++) {
            publisher.publish(ApiEvent.about("request", "demo", "/v1/face/auth")
                    .media(List.of(new EventMedia("faces", 0, large))));
        }

        assertThat(count("without_media")).isPositive();
    }

    private double count(String outcome) {
        return metrics.counter("traitgate.events", "outcome", outcome).count();
    }

    /** A real connector that finds no broker. */
    public static final class NoBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.outgoing.events.connector", "smallrye-kafka",
                    "kafka.bootstrap.servers", "127.0.0.1:9");
        }
    }
}
