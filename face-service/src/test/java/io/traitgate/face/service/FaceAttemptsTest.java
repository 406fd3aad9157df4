package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.APPLICATION;
import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.FaceClient.body;
import static io.traitgate.face.service.FaceClient.somebody;
import static io.traitgate.face.service.Portraits.BIDEN;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static io.traitgate.face.service.Portraits.OBAMA_2012;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.Module;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.topic.Topic;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventSeal;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.template.TemplateStore;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.TestInstallation;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceAttemptsTest {

    @Inject
    FaceClient client;

    @Inject
    ServiceKeys keys;

    @Inject
    TemplateStore templates;

    @Inject
    MeterRegistry meters;

    @Inject
    EventSeal seal;

    @Test
    @DisplayName("W-047 concurrent repeats wait for the first: one answer, one sample, work done once")
    void parallelRepeats_waitForTheFirst() {
        String user = somebody();
        String session = client.session(APPLICATION, user, null);
        String enrol = body(session, OBAMA_2009).encode();
        String auth = body(session, OBAMA_2012).encode();
        // A service's very first call may take longer than its callers wait for each other.
        client.enrol(client.session(), OBAMA_2012);

        long before = analysed();
        List<Response> enrolments = parallel(6, () -> client.post(Route.FACE_ENROL, enrol));
        List<Response> authentications = parallel(6, () -> client.post(Route.FACE_AUTH, auth));

        assertThat(analysed() - before).isEqualTo(2);
        assertThat(enrolments).extracting(Response::statusCode).containsOnly(200);
        assertThat(authentications).extracting(Response::statusCode).containsOnly(200);
        assertThat(enrolments)
                .extracting(Response::asString)
                .containsOnly(enrolments.getFirst().asString());
        assertThat(authentications)
                .extracting(Response::asString)
                .containsOnly(authentications.getFirst().asString());
        assertThat(templates
                        .findServing(new Person(APPLICATION, keys.personHash().of(APPLICATION, user)), Module.FACE)
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .orElseThrow()
                        .template()
                        .size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("W-046 face: a captured request sent again is answered from memory, never scored anew")
    void repeat_isAnsweredFromMemory_andTheEventSaysSo() {
        String application = "memory-" + UUID.randomUUID();
        SignedCaller caller = SignedCaller.of(application);
        String session = client.session(application, somebody(), null);
        client.post(caller, Route.FACE_ENROL, body(session, OBAMA_2009).encode());
        String auth = body(session, OBAMA_2012).put("metadata", "bWV0YQ==").encode();

        Response first = client.post(caller, Route.FACE_AUTH, auth);
        long before = analysed();
        Response second = client.post(caller, Route.FACE_AUTH, auth);

        assertThat(analysed()).isEqualTo(before);
        assertThat(second.asString()).isEqualTo(first.asString()).contains("bWV0YQ==");
        List<ApiEvent> events = events(application, 3);
        assertThat(events).extracting(ApiEvent::storedAnswer).containsExactly(false, false, true);
        assertThat(events.get(1).budgetLeft()).isEqualTo(5);
        assertThat(events.getLast().answer()).isEqualTo(events.get(1).answer());
    }

    @Test
    void refusedCall_isNotRemembered() {
        String session = client.session();
        String wall = body(session, Portraits.wall()).encode();
        long before = analysed();

        assertRefused(client.post(Route.FACE_ENROL, wall), 422, 1);
        assertRefused(client.post(Route.FACE_ENROL, wall), 422, 1);

        assertThat(analysed() - before).isEqualTo(2);
    }

    @Test
    @DisplayName("W-129 attempt budget: after five failures 429/120 with Retry-After; another user is unaffected")
    void failuresInARow_exhaustTheBudget() {
        String user = somebody();
        String session = client.session(APPLICATION, user, "Android 8.0.0");
        client.enrol(session, OBAMA_2009);
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(session, i).jsonPath().getDouble("score")).isZero();
        }
        long before = analysed();

        Response refused = wrong(session, 5);

        assertRefused(refused, 429, 120);
        assertThat(refused.jsonPath().getString("error")).isEqualTo("Too many attempts");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        assertThat(analysed()).isEqualTo(before);
        // In another session too, and with the right face.
        assertRefused(client.auth(client.session(APPLICATION, user, "Android 8.0.0"), OBAMA_2012), 429, 120);
        String another = client.session();
        client.enrol(another, OBAMA_2009);
        assertThat(client.auth(another, OBAMA_2012).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-129 a stranger's failures do not lock out a device that has succeeded before")
    void strangersFailures_doNotLockTheOwnerOut() {
        String user = somebody();
        String owner = client.session(APPLICATION, user, "iOS 9.2.1");
        client.enrol(owner, OBAMA_2009);
        assertThat(client.auth(owner, OBAMA_2012).jsonPath().getDouble("score")).isGreaterThanOrEqualTo(0.5);
        String stranger = client.session(APPLICATION, user, "Windows");
        for (int i = 0; i < 5; i++) {
            wrong(stranger, i);
        }

        assertRefused(wrong(stranger, 5), 429, 120);

        String again = client.session(APPLICATION, user, "iOS 9.2.1");
        assertThat(client.auth(again, OBAMA_2012).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-129 a photo with liveliness 0 is no failure, and media that are refused are none")
    void photosWithoutLiveness_costNothing() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);

        for (int i = 0; i < 8; i++) {
            Response right =
                    client.post(Route.FACE_AUTH, body(session, OBAMA_2012).put("call", i));
            assertThat(right.jsonPath().getDouble("liveliness")).isZero();
            assertRefused(
                    client.post(Route.FACE_AUTH, body(session, Portraits.wall()).put("call", i)), 422, 1);
        }
    }

    @Test
    @DisplayName("W-129 a hundred wrong attempts at once pass no more than the budget")
    void parallelWrongAttempts_passNoMoreThanTheBudget() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);
        assertThat(client.auth(session, OBAMA_2012).statusCode()).isEqualTo(200);

        List<Response> answers;
        try (ExecutorService callers = Executors.newFixedThreadPool(32)) {
            List<Future<Response>> calls = IntStream.range(0, 100)
                    .mapToObj(i -> callers.submit(() ->
                            client.post(Route.FACE_AUTH, body(session, BIDEN).put("call", i))))
                    .toList();
            answers = calls.stream().map(FaceAttemptsTest::result).toList();
        }

        assertThat(answers.stream().filter(it -> it.statusCode() == 200)).hasSizeLessThanOrEqualTo(5);
        assertThat(answers).extracting(Response::statusCode).containsAnyOf(200).contains(429);
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 429, 503);
    }

    @Test
    void failuresAfterTheThird_areAnsweredWithoutTheirScore() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);

        List<Double> told = IntStream.range(0, 4)
                .mapToObj(i -> client.post(
                                Route.FACE_AUTH,
                                body(session, OBAMA_2012, BIDEN).put("call", i))
                        .jsonPath()
                        .getDouble("score"))
                .toList();

        assertThat(told.subList(0, 3)).allSatisfy(score -> assertThat(score).isBetween(0.01, 0.49));
        assertThat(told.getLast()).isZero();
    }

    private Response wrong(String session, int number) {
        return client.post(Route.FACE_AUTH, body(session, BIDEN).put("call", number));
    }

    /** Pieces of work that callers have had done on the lanes. */
    private long analysed() {
        Timer timer = meters.find("traitgate.lane.run")
                .tag("priority", "authentication")
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private List<ApiEvent> events(String application, int count) {
        Instant end = Instant.now().plusSeconds(20);
        List<ApiEvent> events = List.of();
        while (events.size() < count && Instant.now().isBefore(end)) {
            events = TestTopics.read(Topic.EVENTS).stream()
                    .filter(record -> application.equals(record.key()))
                    .map(record -> open(application, record.value()))
                    .toList();
        }
        assertThat(events).hasSize(count);
        return events;
    }

    private ApiEvent open(String application, byte[] value) {
        try {
            return seal.open(
                    application,
                    value,
                    TestInstallation.shared().keys("console").unsealer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Response> parallel(int calls, Supplier<Response> call) {
        try (ExecutorService callers = Executors.newFixedThreadPool(calls)) {
            return IntStream.range(0, calls).mapToObj(_ -> callers.submit(call::get)).toList().stream()
                    .map(FaceAttemptsTest::result)
                    .toList();
        }
    }

    private static Response result(Future<Response> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
