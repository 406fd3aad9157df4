package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.APPLICATION;
import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.FaceClient.body;
import static io.traitgate.face.service.FaceClient.somebody;
import static io.traitgate.face.service.Portraits.BIDEN;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static io.traitgate.face.service.Portraits.OBAMA_2012;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.EnrolmentState;
import io.traitgate.contract.Module;
import io.traitgate.contract.http.Route;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.status.EnrolmentStatusStore;
import io.traitgate.modality.template.TemplateStore;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceRecognitionTest {

    @Inject
    FaceClient client;

    @Inject
    EnrolmentStatusStore statuses;

    @Inject
    TemplateStore templates;

    @Inject
    ServiceKeys keys;

    @Test
    @DisplayName("W-055 face status goes from 0 to 1 after one accepted enrolment")
    void oneAcceptedPhoto_enrolls() {
        String user = somebody();
        assertThat(state(user)).isEqualTo(EnrolmentState.NOT_ENROLLED);
        String session = client.session(APPLICATION, user, "Generic OS");

        assertThat(client.enrol(session, OBAMA_2009).jsonPath().getInt("imagesCount"))
                .isEqualTo(1);
        assertThat(client.auth(session, OBAMA_2012).statusCode()).isEqualTo(200);

        assertThat(state(user)).isEqualTo(EnrolmentState.ENROLLED);
    }

    @Test
    @DisplayName("W-071 enrolment and authentication in one session, W-067 genuine second photo scores 0.5 or more")
    void secondPhotoOfThePerson_isRecognised() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);

        Response answer = client.auth(session, OBAMA_2012);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getDouble("score"))
                .isGreaterThanOrEqualTo(0.5)
                .isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("W-068 clear impostor scores exactly 0, W-069 images give liveliness exactly 0")
    void anotherPerson_scoresNothing() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);

        Response answer = client.auth(session, BIDEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getDouble("score")).isZero();
        assertThat(answer.jsonPath().getDouble("liveliness")).isZero();
    }

    @Test
    void severalPhotos_areCombined_soThatAStrangerAmongThemLowersTheScore() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);

        double alone = client.auth(session, OBAMA_2012).jsonPath().getDouble("score");
        double mixed = client.auth(session, OBAMA_2012, BIDEN).jsonPath().getDouble("score");

        assertThat(mixed).isLessThan(alone);
    }

    @Test
    void scores_comeInStepsOfAHundredth() {
        String session = client.session();
        client.enrol(session, OBAMA_2009);

        double score = client.auth(session, Portraits.blurred(OBAMA_2012, 5))
                .jsonPath()
                .getDouble("score");

        assertThat(score * 100 - Math.rint(score * 100)).isBetween(-1e-6, 1e-6);
    }

    @Test
    @DisplayName("W-065 imagesCount counts this request")
    void images_areCountedPerRequest() {
        String session = client.session();

        assertThat(client.enrol(session, OBAMA_2009).jsonPath().getInt("imagesCount"))
                .isEqualTo(1);
        assertThat(client.enrol(session, OBAMA_2009, OBAMA_2012).jsonPath().getInt("imagesCount"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("W-066 photo of 490x696 enrols")
    void photoAboveTheDocumentedSize_enrolls() {
        byte[] photo = Portraits.scaled(OBAMA_2012, 490, 696);

        assertThat(client.enrol(client.session(), photo).jsonPath().getInt("imagesCount"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("W-046 repeat in the same session counts once")
    void sameRequestTwice_countsOnce() {
        String user = somebody();
        String session = client.session(APPLICATION, user, null);
        String request = body(session, OBAMA_2009).encode();

        Response first = client.post(Route.FACE_ENROL, request);
        Response second = client.post(Route.FACE_ENROL, request);
        client.auth(session, OBAMA_2012);
        awaitNothingPending(user);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(templates
                        .findServing(person(user), Module.FACE)
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .orElseThrow()
                        .template()
                        .size())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("W-057 users are separated by application")
    void sameUserOfAnotherApplication_isAnotherPerson() {
        String user = somebody();
        client.enrol(client.session(APPLICATION, user, null), OBAMA_2009);
        String other = client.session("other", user, null);

        Response answer = client.post(
                SignedCaller.of("other"),
                Route.FACE_AUTH,
                body(other, OBAMA_2009).encode());

        assertRefused(answer, 424, 107);
    }

    @Test
    @DisplayName("W-072 face: nobody enrolled is 424/107")
    void nobodyEnrolled_isRefused() {
        assertRefused(client.auth(client.session(), OBAMA_2009), 424, 107);
    }

    @Test
    @DisplayName("W-042 face: unknown session is 403, W-045 before the enrolment and the media are looked at")
    void unknownSession_isRefusedFirst() {
        assertRefused(client.auth("no-such-session", new byte[] {1}), 403, 120);
        assertRefused(client.enrol("A".repeat(43), new byte[] {1}), 403, 120);
    }

    @Test
    @DisplayName("W-043 face: session of another application is 403")
    void sessionOfAnotherApplication_isRefused() {
        String session = client.session();

        Response answer = client.post(
                SignedCaller.of("other"),
                Route.FACE_ENROL,
                body(session, OBAMA_2009).encode());

        assertRefused(answer, 403, 120);
    }

    @Test
    void missingEnrolment_isToldBeforeTheMediaAreJudged() {
        assertRefused(client.auth(client.session(), Portraits.wall()), 424, 107);
    }

    @Test
    @DisplayName("W-039 face: metadata is repeated verbatim, W-040 and absent where none was sent, W-041 or null")
    void metadata_isRepeated() {
        String session = client.session();

        Response with = client.post(Route.FACE_ENROL, body(session, OBAMA_2009).put("metadata", "c3Rl\n é"));
        Response without = client.enrol(session, OBAMA_2009);
        Response withNull =
                client.post(Route.FACE_ENROL, body(session, OBAMA_2009).putNull("metadata"));
        Response auth = client.post(Route.FACE_AUTH, body(session, OBAMA_2012).put("metadata", "plain"));

        assertThat(with.jsonPath().getString("metadata")).isEqualTo("c3Rl\n é");
        assertThat(without.jsonPath().<Map<String, Object>>get()).doesNotContainKey("metadata");
        assertThat(withNull.jsonPath().<Map<String, Object>>get()).doesNotContainKey("metadata");
        assertThat(auth.jsonPath().getString("metadata")).isEqualTo("plain");
    }

    @Test
    void metadataAbove64KiB_isRefused() {
        Response answer =
                client.post(Route.FACE_ENROL, body(client.session(), OBAMA_2009).put("metadata", "x".repeat(65_537)));

        assertRefused(answer, 400, 106);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("Invalid parameter: metadata");
    }

    @Test
    @DisplayName("W-038 face: unknown fields are ignored, W-117 any content type is taken")
    void unknownFields_areIgnored() {
        Response answer =
                client.post(Route.FACE_ENROL, body(client.session(), OBAMA_2009).put("more", 1));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json; charset=utf-8");
    }

    private EnrolmentState state(String user) {
        return statuses.find(person(user), Module.FACE)
                .await()
                .atMost(Duration.ofSeconds(5))
                .state();
    }

    private void awaitNothingPending(String user) {
        for (int i = 0; i < 100; i++) {
            int pending = statuses.find(person(user), Module.FACE)
                    .await()
                    .atMost(Duration.ofSeconds(5))
                    .pending();
            if (pending == 0) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new AssertionError("still pending");
    }

    private Person person(String user) {
        return new Person(APPLICATION, keys.personHash().of(APPLICATION, user));
    }
}
