package io.traitgate.session.opening;

import static io.traitgate.session.SessionApi.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventSeal;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.session.SessionApi;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The clear user id goes nowhere but into the session and the event, and there only the console can read it. */
@QuarkusTest
@WithLocalStores(service = "session")
final class UserIdSecrecyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String application = fresh("application");
    private final String userId = fresh("user");
    private final String device = fresh("device");
    private final Unsealer console = TestInstallation.shared().keys("console").unsealer();

    @Inject
    SessionStore sessions;

    @Inject
    RedisAPI redis;

    @Inject
    Pool pool;

    @Inject
    ObjectMapper json;

    @Test
    void console_readsTheUserIdOfASession() {
        String id = SessionApi.of(application).openFor(userId, device).path("session");
        Session session = run(sessions.find(application, id));
        byte[] opened = console.open(
                session.sealedUserId(),
                "user-id",
                application,
                session.person().id().value());
        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo(userId);
    }

    @Test
    void event_tellsTheConsoleOfTheCall() {
        SessionApi.of(application).openFor(userId, device);
        ApiEvent event = awaitEvents(1).getFirst();
        assertThat(event.route()).isEqualTo("/v1/sessions");
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.answer()).containsKeys("session", "face", "voice", "behaviour");
        String person = TestInstallation.shared()
                .keys("session")
                .personHash()
                .of(application, userId)
                .value();
        assertThat(event.person()).isEqualTo(person);
        byte[] opened = console.open(Base64.getDecoder().decode(event.sealedUserId()), "user-id", application, person);
        assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo(userId);
    }

    @Test
    void refusedCall_isToldToo() {
        SessionApi.of(application).open("{\"userId\":\"u\"}").then().statusCode(400);
        ApiEvent event = awaitEvents(1).getFirst();
        assertThat(event.status()).isEqualTo(400);
        assertThat(event.codes()).containsExactly(106);
        assertThat(event.answer()).isEmpty();
    }

    @Test
    void noStore_holdsUserIdOrDeviceInTheClear() {
        String id = SessionApi.of(application).openFor(userId, device).path("session");
        awaitEvents(1);

        List<String> stored = new ArrayList<>();
        for (Response key : run(redis.keys("*"))) {
            stored.add(key.toString());
            stored.add(new String(run(redis.dump(key.toString())).toBytes(), StandardCharsets.ISO_8859_1));
        }
        for (Topic topic : Topic.values()) {
            TestTopics.read(topic).forEach(message -> stored.add(text(message)));
        }
        run(pool.query("SELECT e::text FROM enrolment_status e").execute())
                .forEach(row -> stored.add(row.getString(0)));

        assertThat(stored).anySatisfy(text -> assertThat(text).contains(id.substring(16)));
        assertThat(stored)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                userId,
                                device,
                                Base64.getEncoder()
                                        .withoutPadding()
                                        .encodeToString(userId.getBytes(StandardCharsets.UTF_8))));
    }

    private List<ApiEvent> awaitEvents(int count) {
        EventSeal seal = new EventSeal(json);
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            List<ApiEvent> events = TestTopics.read(Topic.EVENTS).stream()
                    .filter(message -> message.key().equals(application))
                    .map(message -> open(seal, message))
                    .toList();
            if (events.size() >= count) {
                return events;
            }
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private ApiEvent open(EventSeal seal, ConsumerRecord<String, byte[]> message) {
        try {
            return seal.open(application, message.value(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ConsumerRecord<String, byte[]> message) {
        byte[] value = message.value() == null ? new byte[0] : message.value();
        return message.key() + new String(value, StandardCharsets.ISO_8859_1);
    }

    private static <T> T run(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }
}
