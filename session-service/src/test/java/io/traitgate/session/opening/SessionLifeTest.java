package io.traitgate.session.opening;

import static io.traitgate.session.SessionApi.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.error.ErrorItem;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.session.SessionStore;
import io.traitgate.session.SessionApi;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services find of a session that was opened here. */
@QuarkusTest
@WithLocalStores(service = "session")
final class SessionLifeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long DAY = Duration.ofHours(24).toMillis();

    private final String application = fresh("application");
    private String id = "";

    @Inject
    SessionStore sessions;

    @Inject
    RedisAPI redis;

    @BeforeEach
    void openSession() {
        id = SessionApi.of(application).openFor(fresh("user"), "iPhone6,2").path("session");
    }

    @Test
    void session_isFound_withItsDevice() {
        Session session = run(sessions.find(application, id));
        assertThat(session.id().text()).isEqualTo(id);
        assertThat(session.person().application()).isEqualTo(application);
        assertThat(session.client().device()).isEqualTo("iPhone6,2");
        assertThat(session.client().system()).isEqualTo("iOS 9.2.1");
    }

    @ParameterizedTest
    @DisplayName("W-042 an unknown session, or a text that can be none, is 403")
    @ValueSource(
            strings = {
                "",
                "x",
                "test-user-test-user-1234567890-1485968286498595737",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "{AAAAAAAAAAAAAA}:AAAAAAAAAAAAAAAAAAAAAAAAAA",
                "session:{*}:*",
                "\u0000",
                "日本"
            })
    void unknownSession_is403(String garbage) {
        assertNotFound(application, garbage);
    }

    @Test
    @DisplayName("W-043 a session of another application is 403")
    void foreignSession_is403() {
        assertNotFound(fresh("application"), id);
    }

    @Test
    @DisplayName("W-044 a session lives 24 h after the last call that used it")
    void life_beginsAnewWithEveryUse() throws Exception {
        assertThat(millisLeft()).isCloseTo(DAY, within(10_000L));

        run(redis.pexpire(List.of(key(), "60000")));
        run(sessions.find(application, id));
        assertThat(millisLeft()).isCloseTo(DAY, within(10_000L));

        run(redis.pexpire(List.of(key(), "1")));
        Thread.sleep(20);
        assertNotFound(application, id);
    }

    private void assertNotFound(String caller, String session) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> run(sessions.find(caller, session)))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(403);
                    assertThat(refusal.errors()).containsExactly(new ErrorItem("Session not found", 120));
                });
    }

    private long millisLeft() {
        return run(redis.pttl(key())).toLong();
    }

    private String key() {
        return "session:{" + id.substring(0, 16) + "}:" + id.substring(16);
    }

    private static <T> T run(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }
}
