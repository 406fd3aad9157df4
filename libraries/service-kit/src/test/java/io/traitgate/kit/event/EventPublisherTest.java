package io.traitgate.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.smallrye.reactive.messaging.memory.InMemorySink;
import io.traitgate.contract.Module;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.modality.AuthAnswer;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.UnsealException;
import io.traitgate.kit.TestKeysets;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeysets.class)
final class EventPublisherTest {
    private static final PersonId PERSON = new PersonId("p".repeat(43));

    @Inject
    EventPublisher publisher;

    @Inject
    EventSeal seal;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector connector;

    private InMemorySink<Record<String, byte[]>> sink;

    @BeforeEach
    void watch() {
        sink = connector.sink("events");
        sink.clear();
    }

    @Test
    void theConsoleReadsAllThatIsKnownAboutACall() throws Exception {
        publisher.publish(ApiEvent.about("request", "demo", "/v1/face/auth")
                .module(Module.FACE)
                .person(PERSON, new byte[] {1, 2})
                .item(new ItemOutcome("faces", 0, null))
                .item(new ItemOutcome("faces", 1, 10))
                .reason("cosine 0.82")
                .model("embedder", "mobilefacenet-1")
                .timing("decode", Duration.ofMillis(12))
                .answered(new AuthAnswer(0.97, 0, null)));

        Record<String, byte[]> record = published();
        ApiEvent event = seal.open(
                record.key(), record.value(), TestKeysets.of("console").unsealer());
        assertThat(record.key()).isEqualTo("demo");
        assertThat(event.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(event.v()).isEqualTo(2);
        assertThat(event.requestId()).isEqualTo("request");
        assertThat(event.route()).isEqualTo("/v1/face/auth");
        assertThat(event.module()).isEqualTo("face");
        assertThat(event.person()).isEqualTo(PERSON.value());
        assertThat(event.sealedUserId()).isEqualTo("AQI=");
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.codes()).isEmpty();
        assertThat(event.items()).containsExactly(new ItemOutcome("faces", 0, null), new ItemOutcome("faces", 1, 10));
        assertThat(event.answer()).containsEntry("score", 0.97).doesNotContainKey("metadata");
        assertThat(event.reasons()).containsExactly("cosine 0.82");
        assertThat(event.models()).isEqualTo(Map.of("embedder", "mobilefacenet-1"));
        assertThat(event.timings()).isEqualTo(Map.of("decode", 12.0));
    }

    @Test
    void theSessionAndTheTokenOfAnAnswerAreNotTold() throws Exception {
        publisher.publish(ApiEvent.about("request", "demo", "/v1/sessions")
                .answered(Map.of("session", "live", "token", "6-6-7", "face", 1)));

        Record<String, byte[]> record = published();
        ApiEvent event = seal.open(
                record.key(), record.value(), TestKeysets.of("console").unsealer());
        assertThat(event.answer()).isEqualTo(Map.of("session", "", "token", "", "face", 1));
    }

    @Test
    void mediaThatFindNoRoomInARecordAreNamedAndLeftOut() throws Exception {
        publisher.publish(ApiEvent.about("request", "demo", "/v1/face/enroll")
                .media(List.of(
                        new EventMedia("faces", 0, "A".repeat(3 << 20)),
                        new EventMedia("faces", 1, "B".repeat(2 << 20)),
                        new EventMedia("faces", 2, "C"))));

        Record<String, byte[]> record = published();
        ApiEvent event = seal.open(
                record.key(), record.value(), TestKeysets.of("console").unsealer());
        assertThat(record.value()).hasSizeLessThan(4 << 20);
        assertThat(event.media()).extracting(EventMedia::leftOut).containsExactly(0, 2 << 20, 0);
        assertThat(event.media().get(2).base64()).isEqualTo("C");
    }

    @Test
    void aRefusalIsToldWithStatusAndCodes() throws Exception {
        publisher.publish(ApiEvent.about("request", "demo", "/v1/face/enroll")
                .refused(ApiException.ofItems(List.of(ApiError.NO_FACE, ApiError.BLURRY))));

        Record<String, byte[]> record = published();
        ApiEvent event = seal.open(
                record.key(), record.value(), TestKeysets.of("console").unsealer());
        assertThat(event.status()).isEqualTo(422);
        assertThat(event.codes()).containsExactly(1, 11);
        assertThat(event.answer()).isEmpty();
        assertThat(event.module()).isNull();
    }

    @Test
    void nobodyElseReadsAnEventAndItCannotBeMovedToAnotherApplication() throws Exception {
        publisher.publish(ApiEvent.about("request", "demo", "/v1/sessions"));

        Record<String, byte[]> record = published();
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> seal.open(
                        record.key(), record.value(), TestKeysets.of("gateway").unsealer()));
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> seal.open(
                        "other", record.value(), TestKeysets.of("console").unsealer()));
    }

    private Record<String, byte[]> published() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (sink.received().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
        return sink.received().getFirst().getPayload();
    }
}
