package io.traitgate.face.service;

import static io.restassured.RestAssured.given;
import static io.traitgate.face.service.FaceClient.APPLICATION;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.Permission;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.Unsealer;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventSeal;
import io.traitgate.kit.event.ItemOutcome;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.traitgate.testkit.trace.CollectedSpan;
import io.traitgate.testkit.trace.TraceCollector;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** What an operator sees of a call: its event, its trace, its log lines; and what nobody sees. */
@QuarkusTest
@WithLocalStores(service = "face")
@QuarkusTestResource(value = TraceCollector.class, restrictToAnnotatedClass = true)
final class ObservabilityTest {

    @Inject
    FaceClient client;

    @Inject
    ObjectMapper json;

    @Test
    void event_tellsItemsMeasuresModelsAndStages() {
        String session = client.session();
        String enrolment =
                call(Route.FACE_ENROL, FaceClient.body(session, OBAMA_2009).encode(), Map.of());
        awaitTemplate(session);
        String authentication =
                call(Route.FACE_AUTH, FaceClient.body(session, OBAMA_2009).encode(), Map.of());

        ApiEvent enrolled = event(enrolment);
        assertThat(enrolled.status()).isEqualTo(200);
        assertThat(enrolled.timings())
                .containsKeys(
                        "read", "session", "begin", "queue", "decode", "detect", "align", "quality", "produce",
                        "finish", "call");
        ApiEvent authenticated = event(authentication);
        assertThat(authenticated.timings())
                .containsKeys(
                        "read", "session", "begin", "queue", "decode", "detect", "align", "embed", "score", "call");
        assertThat(authenticated.timings().get("call"))
                .isGreaterThan(authenticated.timings().get("embed"));
        assertThat(authenticated.models()).containsKeys("face-detector", "face-mesh", "face-embedder");
        assertThat(authenticated.items()).hasSize(1);
        assertThat(authenticated.items().getFirst().measures())
                .containsKeys("eyeDistance", "blur", "brightness", "yaw");
        assertThat(authenticated.answer()).containsKey("score");
        assertThat(authenticated.budgetLeft()).isPositive();
        assertThat(authenticated.storedAnswer()).isFalse();
        assertThat(authenticated.media()).isEmpty();
    }

    @Test
    void event_tellsTheGateThatRefused_withItsLimit() {
        String requestId = call(
                Route.FACE_ENROL,
                FaceClient.body(client.session(), Portraits.far(OBAMA_2009)).encode(),
                Map.of());

        ItemOutcome item = event(requestId).items().getFirst();
        assertThat(item.code()).isEqualTo(7);
        assertThat(item.why()).isEqualTo("FACE_TOO_FAR");
        assertThat(item.failed()).isNotNull();
        assertThat(item.failed().measure()).isEqualTo("eyeDistance");
        assertThat(item.measures().get("eyeDistance")).isLessThan(item.failed().limit());
    }

    @Test
    void mediaAreKept_onlyWhereKeyAndApplicationAgree() {
        String debugged = "debugged-" + UUID.randomUUID();
        TestTopics.publish(
                Topic.APPLICATION_SETTINGS,
                debugged,
                ("{\"v\":1,\"application\":\"" + debugged + "\",\"settings\":{\"events.media\":true}}")
                        .getBytes(UTF_8));
        String body = "{\"faces1\":[\"" + Base64.getEncoder().encodeToString(OBAMA_2009) + "\"],\"faces2\":[\"AAAA\"]}";
        SignedCaller mayDebug = SignedCaller.of(debugged);
        SignedCaller mayNot = mayDebug.withPermissions(Set.of(Permission.COMPARE));

        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        ApiEvent event = event(debugged, post(mayDebug, Route.FACE_COMPARE, body, Map.of()));
        while (event.media().isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            event = event(debugged, post(mayDebug, Route.FACE_COMPARE, body, Map.of()));
        }
        assertThat(event.media())
                .extracting("field", "index")
                .contains(org.assertj.core.groups.Tuple.tuple("faces1", 0));
        assertThat(event.media().getFirst().base64())
                .isEqualTo(Base64.getEncoder().encodeToString(OBAMA_2009));
        assertThat(event(debugged, post(mayNot, Route.FACE_COMPARE, body, Map.of()))
                        .media())
                .isEmpty();
        assertThat(event(APPLICATION, call(Route.FACE_COMPARE, body, Map.of())).media())
                .isEmpty();
    }

    @Test
    void callTopicAndBuilder_areOneTrace_withTheRequestId_andNothingSecret() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String session = client.session();
        String requestId = call(
                Route.FACE_ENROL,
                FaceClient.body(session, OBAMA_2009).encode(),
                Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        awaitTemplate(session);

        CollectedSpan build = TraceCollector.await(
                        1, span -> span.trace().equals(trace) && span.name().equals("build face template"))
                .getFirst();
        assertThat(build.requestId()).isEqualTo(requestId);
        assertThat(TraceCollector.await(2, span -> span.trace().equals(trace)))
                .filteredOn(span -> span.parent().equals("00f067aa0ba902b7"))
                .extracting(CollectedSpan::requestId)
                .containsExactly(requestId);
        assertThat(TraceCollector.everything())
                .doesNotContain(session)
                .doesNotContain(Base64.getEncoder().encodeToString(OBAMA_2009).substring(0, 200));
    }

    @Test
    void logLines_carryTheRequestId_andNothingSecret() {
        List<LogRecord> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        Handler watching = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line instanceof ExtLogRecord extended) {
                    extended.copyAll();
                }
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger ours = Logger.getLogger("io.traitgate");
        Level before = ours.getLevel();
        ours.setLevel(Level.FINEST);
        ours.addHandler(watching);
        String requestId = UUID.randomUUID().toString();
        String user = "user-of-the-log-" + UUID.randomUUID();
        String session = client.session(APPLICATION, user, "Android 15");
        String body = FaceClient.body(session, OBAMA_2009).encode();
        try {
            call(Route.FACE_ENROL, body, Map.of());
            awaitTemplate(session);
            call(Route.FACE_AUTH, body, Map.of());
            call(Route.FACE_AUTH, FaceClient.body(session, Portraits.wall()).encode(), Map.of());
            call(
                    Route.FACE_AUTH,
                    FaceClient.body("no-such-session-" + user, OBAMA_2009).encode(),
                    Map.of());
            call(Route.FACE_ENROL, "{\"session\":\"" + session + "\",\"faces\":[17]}", Map.of());
            call(Route.FACE_TOKEN, "{\"session\":\"" + session + "\",\"tokentype\":\"auth\"}", Map.of());
            call(Route.FACE_COMPARE, "no json " + user, Map.of());
            given().header(Headers.REQUEST_ID, requestId)
                    .header(Headers.CALLER, "forged." + user)
                    .body(body)
                    .post(Route.FACE_AUTH.path());
            call(Route.FACE_DELETE, "{\"userId\":\"" + user + "\",\"session\":\"" + session + "\"}", Map.of());
        } finally {
            ours.removeHandler(watching);
            ours.setLevel(before);
        }
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(text(line))
                        .doesNotContain(session)
                        .doesNotContain(user)
                        .doesNotContain(
                                Base64.getEncoder().encodeToString(OBAMA_2009).substring(0, 200)));
        assertThat(lines)
                .filteredOn(line -> text(line).contains("without a valid caller context"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(text(line)).contains("requestId=" + requestId));
    }

    @Test
    void metrics_tellOfStagesNetworksScoresLanesAndLag() {
        String session = client.session();
        call(Route.FACE_ENROL, FaceClient.body(session, OBAMA_2009).encode(), Map.of());
        awaitTemplate(session);
        call(Route.FACE_AUTH, FaceClient.body(session, OBAMA_2009).encode(), Map.of());

        String metrics = given().get("/q/metrics").asString();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(MetricsTable.missing(metrics, "face")).isEmpty();
        assertThat(metrics).contains("kafka_consumer_fetch_manager_records_lag");
    }

    private String call(Route route, String body, Map<String, String> more) {
        return post(SignedCaller.of(APPLICATION), route, body, more);
    }

    /** The request id of the call. */
    private static String post(SignedCaller caller, Route route, String body, Map<String, String> more) {
        Map<String, String> headers = caller.headers(route.path(), body.getBytes(UTF_8));
        Response answer = given().headers(headers)
                .headers(more)
                .body(body.getBytes(UTF_8))
                .post(route.path());
        assertThat(answer.statusCode()).isNotEqualTo(500);
        return String.valueOf(headers.get(Headers.REQUEST_ID));
    }

    private void awaitTemplate(String session) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (client.auth(session, Portraits.wall()).statusCode() == 424) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private ApiEvent event(String requestId) {
        return event(APPLICATION, requestId);
    }

    private ApiEvent event(String application, String requestId) {
        Unsealer console = TestInstallation.shared().keys("console").unsealer();
        EventSeal seal = new EventSeal(json);
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            List<ApiEvent> found = TestTopics.read(Topic.EVENTS).stream()
                    .filter(record -> application.equals(record.key()))
                    .map(record -> open(seal, application, record.value(), console))
                    .filter(event -> event.requestId().equals(requestId))
                    .toList();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static ApiEvent open(EventSeal seal, String application, byte[] value, Unsealer console) {
        try {
            return seal.open(application, value, console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(LogRecord line) {
        StringBuilder text = new StringBuilder(
                line instanceof ExtLogRecord extended
                        ? extended.getFormattedMessage() + extended.getMdcCopy()
                        : line.getMessage());
        Stream.iterate(line.getThrown(), cause -> cause != null, Throwable::getCause)
                .forEach(text::append);
        return text.toString();
    }
}
