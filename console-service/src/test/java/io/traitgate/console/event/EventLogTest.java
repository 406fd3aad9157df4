package io.traitgate.console.event;

import static io.traitgate.console.AdminApi.asAdmin;
import static io.traitgate.console.AdminApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.traitgate.console.AdminApi;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.HybridSealer;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.Receiver;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventMedia;
import io.traitgate.kit.event.EventSeal;
import io.traitgate.kit.event.ItemOutcome;
import io.traitgate.kit.identity.TimeOrderedIds;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "console")
final class EventLogTest {

    private static final Instant TIME =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plusMillis(123);

    private final String application = freshName();
    private final PersonId person =
            TestInstallation.shared().keys("session").personHash().of(application, "someone@example.org");
    private final HybridSealer console = TestInstallation.shared().keys("face").sealerTo(Receiver.CONSOLE);

    @Inject
    ObjectMapper json;

    @Inject
    TimeOrderedIds ids;

    @Test
    void event_isListed_withTheClearUserId() {
        ApiEvent event = event(200);

        publish(event);

        awaitEvents(1);
        asAdmin()
                .get("/admin/events?application={application}", application)
                .then()
                .statusCode(200)
                .body("events.size()", equalTo(1))
                .body("events[0].id", equalTo(event.id()))
                .body("events[0].requestId", equalTo(event.requestId()))
                .body("events[0].application", equalTo(application))
                .body("events[0].time", equalTo(TIME.toString()))
                .body("events[0].route", equalTo("/v1/face/auth"))
                .body("events[0].module", equalTo("face"))
                .body("events[0].person", equalTo(person.value()))
                .body("events[0].userId", equalTo("someone@example.org"))
                .body("events[0].status", equalTo(200))
                .body("events[0].answer.score", equalTo(0.87f))
                .body("events[0].items", equalTo(List.of(Map.of("field", "faces", "index", 0, "code", 11))))
                .body("events[0].reasons", equalTo(List.of("one photo of two was usable")))
                .body("events[0].models.embedder", equalTo("mobilefacenet-1"))
                .body("events[0].timings.decode", equalTo(12.5f))
                .body("events[0].sealedUserId", nullValue())
                .body("events[0].codes", nullValue());
    }

    @Test
    void eventThatArrivesTwice_isKeptOnce() {
        ApiEvent event = event(200);
        publish(event);
        publish(event);
        publish(event(401));
        awaitEvents(2);
        assertThat(list("?application=" + application).getList("events.status", Integer.class))
                .containsExactly(200, 401);
    }

    @Test
    void whoReadsOn_missesNothing_andSeesNothingTwice() {
        for (int status = 400; status < 407; status++) {
            publish(event(status));
        }
        awaitEvents(7);
        JsonPath first = list("?application=%s&after=0&limit=3".formatted(application));
        JsonPath second = list("?application=%s&limit=3&after=%s".formatted(application, first.getString("next")));
        JsonPath third = list("?application=%s&limit=3&after=%s".formatted(application, second.getString("next")));
        JsonPath none = list("?application=%s&limit=3&after=%s".formatted(application, third.getString("next")));
        assertThat(statuses(first)).containsExactly(400, 401, 402);
        assertThat(statuses(second)).containsExactly(403, 404, 405);
        assertThat(statuses(third)).containsExactly(406);
        assertThat(statuses(none)).isEmpty();
        assertThat(none.getString("next")).isEqualTo(third.getString("next"));
    }

    @Test
    void withoutAPlaceToReadOn_theNewestAreListed_oldestOfThemFirst() {
        publish(event(400));
        publish(event(401));
        publish(event(402));
        awaitEvents(3);
        assertThat(statuses(list("?limit=2&application=" + application))).containsExactly(401, 402);
    }

    @Test
    void idOfAnEvent_isAPlaceToReadOn() {
        ApiEvent first = event(400);
        publish(first);
        publish(event(401));
        awaitEvents(2);
        assertThat(statuses(list("?application=%s&after=%s".formatted(application, first.id()))))
                .containsExactly(401);
        asAdmin().get("/admin/events?after=" + ids.next()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=-1", "limit=x", "after=x", "after=-1"})
    void otherParameters_are400(String query) {
        asAdmin().get("/admin/events?" + query).then().statusCode(400).body("status", equalTo(400));
    }

    @Test
    void unreadableRecords_stopNobody() {
        TestTopics.publish(Topic.EVENTS, application, "not sealed".getBytes(StandardCharsets.UTF_8));
        TestTopics.publish(Topic.EVENTS, application, null);
        TestTopics.publish(Topic.EVENTS, application, console.seal(new byte[] {'{'}, "events", application));
        TestTopics.publish(Topic.EVENTS, "another-application", seal(event(400)));
        publish(event(200));
        awaitEvents(1);
        assertThat(statuses(list("?application=" + application))).containsExactly(200);
    }

    @Test
    void event_isDeleted_90DaysAfterItsCall() {
        Instant now = Instant.now();
        publish(event(401, now.minus(Duration.ofDays(91))));
        publish(event(402, now.minus(Duration.ofDays(89))));
        publish(event(200));

        awaitEvents(2);
        Instant end = now.plus(Duration.ofSeconds(15));
        while (!statuses(list("?application=" + application)).equals(List.of(402, 200))) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    @Test
    void event_isFoundByTheRequestIdOfItsCall() {
        ApiEvent wanted = event(401);
        publish(event(400));
        publish(wanted);
        awaitEvents(2);
        assertThat(statuses(list("?request=" + wanted.requestId()))).containsExactly(401);
        assertThat(statuses(list("?request=" + ids.next()))).isEmpty();
        assertThat(statuses(list("?application=another&request=" + wanted.requestId())))
                .isEmpty();
    }

    @Test
    void eventOfTheFirstForm_isReadable() throws IOException {
        ObjectNode first = json.valueToTree(event(200));
        first.put("v", 1).remove(List.of("storedAnswer", "budgetLeft", "media"));
        first.putObject("timings").put("decode", 12);
        first.putArray("items").addObject().put("field", "faces").put("index", 0);
        TestTopics.publish(
                Topic.EVENTS, application, console.seal(json.writeValueAsBytes(first), "events", application));
        awaitEvents(1);
        asAdmin()
                .get("/admin/events?application={application}", application)
                .then()
                .body("events[0].timings.decode", equalTo(12.0f))
                .body("events[0].items[0].field", equalTo("faces"))
                .body("events[0].answer.score", equalTo(0.87f));
    }

    @Test
    void media_areKeptApart_andOpenedOnlyForWhoAsksForThem() {
        ApiEvent event = event(200)
                .with(List.of(new EventMedia("faces", 0, "c2VjcmV0", 0), new EventMedia("faces", 1, "", 5_000_000)));
        publish(event);
        awaitEvents(1);
        asAdmin()
                .get("/admin/events?application={application}", application)
                .then()
                .body("events[0].media.index", equalTo(List.of(0, 1)))
                .body("events[0].media.leftOut", equalTo(List.of(0, 5_000_000)))
                .body("events[0].media[0].base64", nullValue());
        asAdmin()
                .get("/admin/events/{id}/media", event.id())
                .then()
                .statusCode(200)
                .body("media[0].base64", equalTo("c2VjcmV0"));
    }

    @Test
    void eventWithoutMedia_andUnknownEvents_answer404ForThem() {
        ApiEvent event = event(200);
        publish(event);
        awaitEvents(1);
        asAdmin().get("/admin/events/{id}/media", event.id()).then().statusCode(404);
        asAdmin().get("/admin/events/{id}/media", ids.next()).then().statusCode(404);
        asAdmin().get("/admin/events/{id}/media", "x").then().statusCode(404);
    }

    @Test
    void event_isDeleted_whenItsApplicationWantsItGone() {
        String impatient = AdminApi.create().application();
        asAdmin()
                .contentType("application/json")
                .body(Map.of("settings", Map.of("events.retention.days", 2)))
                .put("/admin/applications/{id}/settings", impatient)
                .then()
                .statusCode(200);
        Instant threeDaysAgo = Instant.now().minus(Duration.ofDays(3));
        publish(event(402, threeDaysAgo));
        TestTopics.publish(Topic.EVENTS, impatient, seal(of(impatient, event(401, threeDaysAgo))));
        TestTopics.publish(Topic.EVENTS, impatient, seal(of(impatient, event(200))));

        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        while (!statuses(list("?application=" + impatient)).equals(List.of(200))) {
            assertThat(Instant.now()).isBefore(end);
        }
        assertThat(statuses(list("?application=" + application))).containsExactly(402);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3651", "-1", "1.5", "\"30\"", "true"})
    void otherRetentions_areRefused(String days) {
        asAdmin()
                .contentType("application/json")
                .body("{\"settings\":{\"events.retention.days\":" + days + "}}")
                .put("/admin/applications/{id}/settings", AdminApi.create().application())
                .then()
                .statusCode(400);
    }

    private static ApiEvent of(String another, ApiEvent event) {
        return new ApiEvent(
                event.v(),
                event.id(),
                event.requestId(),
                another,
                event.time(),
                event.route(),
                event.module(),
                null,
                null,
                event.status(),
                event.codes(),
                event.items(),
                event.answer(),
                event.reasons(),
                event.models(),
                event.timings(),
                event.storedAnswer(),
                event.budgetLeft(),
                event.media());
    }

    private ApiEvent event(int status) {
        return event(status, TIME);
    }

    private ApiEvent event(int status, Instant time) {
        byte[] userId = console.seal(
                "someone@example.org".getBytes(StandardCharsets.UTF_8), "user-id", application, person.value());
        return new ApiEvent(
                2,
                ids.next().toString(),
                ids.next().toString(),
                application,
                time,
                "/v1/face/auth",
                "face",
                person.value(),
                Base64.getEncoder().encodeToString(userId),
                status,
                List.of(),
                List.of(new ItemOutcome("faces", 0, 11)),
                Map.of("score", 0.87, "liveliness", 0.0),
                List.of("one photo of two was usable"),
                Map.of("embedder", "mobilefacenet-1"),
                Map.of("decode", 12.5),
                false,
                3,
                List.of());
    }

    private void publish(ApiEvent event) {
        TestTopics.publish(Topic.EVENTS, application, seal(event));
    }

    private byte[] seal(ApiEvent event) {
        try {
            return new EventSeal(json).seal(event, console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonPath list(String query) {
        return asAdmin()
                .get("/admin/events" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Integer> statuses(JsonPath list) {
        return list.getList("events.status", Integer.class);
    }

    private void awaitEvents(int count) {
        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        while (list("?limit=500&application=" + application).getList("events").size() < count) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
