package io.traitgate.client.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.traitgate.client.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdminClientTest {
    private final ScriptedServer server = new ScriptedServer();
    private final AdminClient client = new AdminClient(new AdminAccess(server.url(), "token"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesAnApplication() {
        server.then(
                201,
                "{\"application\":{\"id\":\"bank\",\"name\":\"Bank\"},\"apiKey\":\"k\",\"secret\":\"s\","
                        + "\"permissions\":[\"enrol\"]}");

        IssuedKey issued = client.createApplication("Bank", List.of("enrol"));

        assertThat(issued)
                .isEqualTo(new IssuedKey(new IssuedKey.Owner("bank", "Bank"), "k", "s", List.of("enrol"), null, null));
        assertThat(issued.toString()).doesNotContain("secret");
        assertThat(server.only().path()).isEqualTo("/admin/applications");
        assertThat(server.only().header("Authorization")).isEqualTo("Bearer token");
        assertThat(server.only().text()).isEqualTo("{\"name\":\"Bank\",\"permissions\":[\"enrol\"]}");
    }

    @Test
    void importsAPair() {
        server.then(
                201,
                "{\"application\":{\"id\":\"old\",\"name\":\"old\"},\"apiKey\":\"test\",\"permissions\":[\"score\"]}");

        assertThat(client.importPair("old", "test", "secret", List.of()).secret())
                .isNull();
        assertThat(server.only().path()).isEqualTo("/admin/applications/import");
        assertThat(server.only().text()).isEqualTo("{\"name\":\"old\",\"apiKey\":\"test\",\"secret\":\"secret\"}");
    }

    @Test
    void listsApplications() {
        server.then(
                200,
                "{\"applications\":[{\"id\":\"bank\",\"name\":\"Bank\",\"createdAt\":\"2026-11-24T10:00:00Z\",\"keys\":["
                        + "{\"apiKey\":\"k\",\"state\":\"expiring\",\"permissions\":[\"score\"],"
                        + "\"validUntil\":\"2026-11-25T10:00:00Z\"}]}]}");

        assertThat(client.applications())
                .containsExactly(new Application(
                        "bank",
                        "Bank",
                        List.of(new Application.Key(
                                "k", "expiring", List.of("score"), Instant.parse("2026-11-25T10:00:00Z")))));
        assertThat(server.only().method()).isEqualTo("GET");
    }

    @Test
    void rotatesAndRevokesKeysWhateverTheyLookLike() {
        server.then(
                        201,
                        "{\"application\":{\"id\":\"a\",\"name\":\"a\"},\"apiKey\":\"new\",\"secret\":\"s\","
                                + "\"permissions\":[],\"replaces\":\"old/1 ?\","
                                + "\"replacedValidUntil\":\"2026-11-25T10:00:00Z\"}")
                .then(204, "");

        assertThat(client.rotateKey("old/1 ?", Duration.ofHours(1)).replaces()).isEqualTo("old/1 ?");
        client.revokeKey("old/1 ?");

        assertThat(server.received())
                .extracting(request -> request.method() + ' ' + request.path() + ' ' + request.text())
                .containsExactly(
                        "POST /admin/keys/old%2F1%20%3F/rotate {\"overlap\":\"PT1H\"}",
                        "DELETE /admin/keys/old%2F1%20%3F ");
    }

    @Test
    void readsEventsOn() {
        server.then(200, "{\"events\":[{\"id\":\"1\",\"status\":200}],\"next\":\"17\"}")
                .then(200, "{\"events\":[],\"next\":\"17\"}");

        EventPage first = client.events("bank", null, 50);
        EventPage second = client.events("bank", first.next(), 50);

        assertThat(first.events()).hasSize(1);
        assertThat(second.events()).isEmpty();
        assertThat(server.received())
                .extracting(ScriptedServer.Received::path)
                .containsExactly(
                        "/admin/events?limit=50&application=bank", "/admin/events?limit=50&application=bank&after=17");
    }

    @Test
    void aRefusalSaysWhatTheConsoleSays() {
        server.then(409, "{\"status\":409,\"detail\":\"There is an application with this name\"}")
                .then(401, "");

        assertThatExceptionOfType(AdminCallException.class)
                .isThrownBy(() -> client.createApplication("Bank", List.of()))
                .withMessage("There is an application with this name")
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409));
        assertThatExceptionOfType(AdminCallException.class)
                .isThrownBy(client::applications)
                .withMessage("The console answered 401");
    }
}
