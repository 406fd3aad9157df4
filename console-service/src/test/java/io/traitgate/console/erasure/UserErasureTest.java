package io.traitgate.console.erasure;

import static io.traitgate.console.AdminApi.asAdmin;
import static io.traitgate.console.AdminApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.console.AdminApi;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.Receiver;
import io.traitgate.kit.erasure.Erasure;
import io.traitgate.kit.erasure.ErasureConfirmation;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventSeal;
import io.traitgate.kit.identity.TimeOrderedIds;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ordering an erasure, what it does to the console's own data, and how its confirmations are shown. */
@QuarkusTest
@WithLocalStores(service = "console")
final class UserErasureTest {

    private final String user = "anna/../%2F é " + UUID.randomUUID();
    private String application = "";
    private PersonId person = new PersonId("0".repeat(43));

    @Inject
    ObjectMapper json;

    @Inject
    TimeOrderedIds ids;

    @BeforeEach
    void eventOfTheUser() throws IOException {
        application = AdminApi.create().application();
        person = TestInstallation.shared().keys("session").personHash().of(application, user);
        publish(Instant.now().minusSeconds(1));
        await("an event", () -> events() == 1);
    }

    @Test
    void erasure_isOrdered_carriedOutHere_andShownWithWhoHasConfirmed() throws SQLException {
        // When
        erase().then()
                .statusCode(202)
                .body("person", equalTo(person.value()))
                .body("erasure", equalTo(1))
                .body("complete", equalTo(false))
                .body("services.name", contains("console", "face", "session"));

        // Then
        await("confirmed here", () -> confirmedBy("console"));
        assertThat(events()).isZero();
        assertThat(rows("data_key")).isZero();
        Erasure ordered = lastOrder();
        assertThat(ordered.erasures()).isEqualTo(1);
        assertThat(ordered.application()).isEqualTo(application);

        // When
        confirm(ordered, "face");
        confirm(ordered, "session");

        // Then
        await("complete", () -> state().path("complete"));
        state().then().body("services.confirmedAt", contains(notNullValue(), notNullValue(), notNullValue()));
    }

    @Test
    void eventOfBeforeTheErasure_thatComesLate_isLeftOut_andALaterOneIsKept() throws IOException {
        // Given
        erase();
        await("confirmed here", () -> confirmedBy("console"));

        // When
        publish(Instant.now().minusSeconds(5));
        publish(Instant.now().plusSeconds(30));

        // Then
        await("the later one", () -> events() == 1);
    }

    @Test
    void eventTopic_holdsNothingThatTheConsoleHasTaken() {
        // When
        erase();
        await("confirmed here", () -> confirmedBy("console"));

        // Then
        assertThat(TestTopics.read(Topic.EVENTS)).noneMatch(record -> application.equals(record.key()));
    }

    @Test
    void secondErasure_hasTheNextNumber_alsoWhenTheDatabaseIsAnOlderCopy() throws SQLException {
        // Given
        erase();
        await("confirmed here", () -> confirmedBy("console"));

        // When
        TestTopics.publish(
                Topic.ERASURES,
                person.value(),
                Erasure.of(application, person, 5, Instant.now()).encode());
        await("number 5 known", () -> state().path("erasure").equals(5));

        // Then
        erase().then().body("erasure", equalTo(6));
    }

    @Test
    void orderOfAnOlderBackup_doesNotHideANewerOne() {
        // Given
        erase();
        erase();
        await("carried out", () -> confirmedBy("console"));

        // When
        TestTopics.publish(
                Topic.ERASURES,
                person.value(),
                Erasure.of(application, person, 1, Instant.now()).encode());

        // Then
        await("said again", () -> orders().size() >= 4 && lastOrder().erasures() == 2);
    }

    @Test
    void servicesThatAreAway_areNamed_andEventsAreCounted() {
        post("/admin/applications/" + application + "/users/show", Map.of("userId", user))
                .then()
                .statusCode(200)
                .body("person", equalTo(person.value()))
                .body("face.unreachable", notNullValue())
                .body("session.unreachable", notNullValue())
                .body("console.events", equalTo(1))
                .body("erasure", nullValue());
    }

    @Test
    void export_holdsTheEventsInTheClear() {
        post("/admin/applications/" + application + "/users/export", Map.of("userId", user))
                .then()
                .statusCode(200)
                .body("console.events.size()", equalTo(1))
                .body("console.events[0].event.userId", equalTo(user))
                .body("console.events[0].event.route", equalTo("/v1/face/auth"));
    }

    @Test
    void wrongRequests_areRefused() {
        post("/admin/applications/" + application + "/users/erase", Map.of())
                .then()
                .statusCode(400);
        post("/admin/applications/nobody/users/erase", Map.of("userId", user))
                .then()
                .statusCode(404);
        asAdmin()
                .get("/admin/applications/{id}/erasures/{person}", application, person.value())
                .then()
                .statusCode(404);
        asAdmin()
                .get("/admin/applications/{id}/erasures/{person}", application, "nobody")
                .then()
                .statusCode(404);
    }

    private Response erase() {
        return post("/admin/applications/" + application + "/users/erase", Map.of("userId", user));
    }

    private Response state() {
        return asAdmin().get("/admin/applications/{id}/erasures/{person}", application, person.value());
    }

    private boolean confirmedBy(String service) {
        return state().path("services.find { it.name == '" + service + "' }.confirmedAt") != null;
    }

    private int events() {
        return asAdmin()
                .get("/admin/events?application={application}", application)
                .jsonPath()
                .getList("events")
                .size();
    }

    private void confirm(Erasure erasure, String service) {
        ErasureConfirmation confirmation = ErasureConfirmation.of(erasure, service, Instant.now());
        TestTopics.publish(Topic.ERASURE_CONFIRMATIONS, confirmation.key(), confirmation.encode());
    }

    private List<Erasure> orders() {
        return TestTopics.read(Topic.ERASURES).stream()
                .filter(record -> person.value().equals(record.key()))
                .map(record -> Erasure.decode(record.value()))
                .toList();
    }

    private Erasure lastOrder() {
        return orders().getLast();
    }

    private int rows(String table) throws SQLException {
        var access = TestInstallation.shared().database("console");
        try (Connection connection =
                        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table + " where person = ?")) {
            query.setString(1, person.value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void publish(Instant time) throws IOException {
        var console = TestInstallation.shared().keys("face").sealerTo(Receiver.CONSOLE);
        byte[] userId = console.seal(user.getBytes(StandardCharsets.UTF_8), "user-id", application, person.value());
        Map<String, Object> event = Map.ofEntries(
                Map.entry("v", 1),
                Map.entry("id", ids.next().toString()),
                Map.entry("requestId", UUID.randomUUID().toString()),
                Map.entry("application", application),
                Map.entry("time", time.toString()),
                Map.entry("route", "/v1/face/auth"),
                Map.entry("module", "face"),
                Map.entry("person", person.value()),
                Map.entry("sealedUserId", Base64.getEncoder().encodeToString(userId)),
                Map.entry("status", 200),
                Map.entry("codes", List.of()),
                Map.entry("items", List.of()),
                Map.entry("answer", Map.of("score", 0.9)),
                Map.entry("reasons", List.of()),
                Map.entry("models", Map.of()),
                Map.entry("timings", Map.of()),
                Map.entry("media", List.of()));
        ApiEvent read = json.convertValue(event, ApiEvent.class);
        TestTopics.publish(Topic.EVENTS, application, new EventSeal(json).seal(read, console));
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
