package io.traitgate.modality.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.traitgate.contract.error.ApiException;
import io.traitgate.modality.Await;
import io.traitgate.modality.People;
import io.traitgate.modality.person.Person;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "face")
class SessionStoreTest {

    @Inject
    SessionStore sessions;

    @Inject
    People people;

    @Inject
    RedisAPI redis;

    @Test
    void openedSession_isFoundWithAllItHolds() {
        Person person = people.somebody();
        ClientDevice client = new ClientDevice("iPhone6,2", "iOS 9.2.1", 568.0, 375.5);

        Session opened = Await.result(sessions.open(person, new byte[] {1, 2, 3}, client));
        Session found = Await.result(sessions.find("app", opened.id().text()));

        assertThat(found.person()).isEqualTo(person);
        assertThat(found.client()).isEqualTo(client);
        assertThat(found.sealedUserId()).containsExactly(1, 2, 3);
        assertThat(found.id().text()).hasSize(43).startsWith(person.tag());
    }

    @Test
    @DisplayName("W-043 session of another application is 403")
    void sessionOfAnotherApplication_isNotFound() {
        Session opened = people.session(people.somebody());

        assertNotFound("other", opened.id().text());
    }

    @ParameterizedTest
    @DisplayName("W-042 unknown session is 403, garbage too")
    @ValueSource(
            strings = {
                "",
                "x",
                "test-user-test-user-1234567890-1485968286498595737",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA{*}:A",
                "\u0000\n日本"
            })
    void unknownSession_isNotFound(String id) {
        assertNotFound("app", id);
    }

    @Test
    @DisplayName("W-044 session lives 24 h after its last use")
    void everyUse_beginsTheLifeAnew() {
        Session opened = people.session(people.somebody());
        String key = SessionStore.key(opened.id());
        Await.result(redis.pexpire(List.of(key, "5000")));

        Await.result(sessions.find("app", opened.id().text()));

        assertThat(Await.result(redis.pttl(key)).toLong()).isBetween(86_000_000L, 86_400_000L);
    }

    @Test
    void recordMovedToAnotherSession_doesNotOpen() {
        Session mine = people.session(people.somebody());
        Session theirs = people.session(people.somebody());
        String record = Await.result(redis.hget(SessionStore.key(theirs.id()), "record"))
                .toString();

        Await.result(redis.hset(List.of(SessionStore.key(mine.id()), "record", record)));

        assertNotFound("app", mine.id().text());
    }

    @Test
    void record_isSealed() {
        Session opened = Await.result(sessions.open(
                people.somebody(), "id".getBytes(UTF_8), new ClientDevice("readable-device", null, null, null)));

        String record = Await.result(redis.hget(SessionStore.key(opened.id()), "record"))
                .toString();

        assertThat(new String(java.util.Base64.getDecoder().decode(record), UTF_8))
                .doesNotContain("readable-device");
    }

    @Test
    void sessionsOfAPerson_areListedForErasure_andThoseThatAreOverAreSwept() {
        // Given
        Person person = people.somebody();
        String set = "sessions:{" + person.tag() + "}";
        Session over = people.session(person);
        Await.result(redis.del(List.of(SessionStore.key(over.id()))));
        Await.result(redis.zadd(List.of(set, "1000", over.id().secret())));

        // When
        Session open = people.session(person);

        // Then
        assertThat(Await.result(redis.zrange(List.of(set, "0", "-1"))))
                .extracting(Object::toString)
                .containsExactly(open.id().secret());
    }

    @Test
    void sessionText_neverTellsTheSecret() {
        Session opened = people.session(people.somebody());

        assertThat(opened.toString() + opened.id()).doesNotContain(opened.id().secret());
    }

    private void assertNotFound(String application, String id) {
        assertThatThrownBy(() -> Await.result(sessions.find(application, id)))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.getMessage()).isEqualTo("Session not found");
                });
    }
}
