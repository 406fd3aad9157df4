package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.APPLICATION;
import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.FaceClient.body;
import static io.traitgate.face.service.FaceClient.codes;
import static io.traitgate.face.service.FaceClient.somebody;
import static io.traitgate.face.service.Portraits.BIDEN;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.topic.Topic;
import io.traitgate.kit.settings.ApplicationSettings;
import io.traitgate.testkit.SignedCaller;
import io.traitgate.testkit.TestTopics;
import io.traitgate.testkit.WithLocalStores;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceItemsTest {

    @Inject
    FaceClient client;

    @Inject
    ApplicationSettings settings;

    @ParameterizedTest
    @DisplayName("W-073 faces missing, null, empty or no array is 400/150")
    @ValueSource(strings = {"{}", "{\"faces\":null}", "{\"faces\":[]}", "{\"faces\":\"x\"}", "{\"faces\":{}}"})
    void missingFaces_areRefused(String json) {
        JsonObject request = new JsonObject(json).put("session", client.session());

        assertRefused(client.post(Route.FACE_ENROL, request), 400, 150);
        assertRefused(client.post(Route.FACE_AUTH, request), 400, 150);
    }

    @Test
    void missingSession_isNamed() {
        Response answer = client.post(Route.FACE_ENROL, new JsonObject().put("faces", new JsonArray().add("AA")));

        assertRefused(answer, 400, 106);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("Missing required parameter: session");
    }

    @ParameterizedTest
    @DisplayName("W-036 malformed JSON is 400/106, W-037 a body that is no object too")
    @ValueSource(strings = {"{", "", "[]", "\"x\"", "1", "{} {}"})
    void bodyThatIsNoObject_isRefused(String body) {
        assertRefused(client.post(Route.FACE_ENROL, body), 400, 106);
    }

    @Test
    @DisplayName("W-074 empty, null or non-string element is 422/2")
    void elementWithoutData_isRefused() {
        assertRefused(enrol(new JsonArray().add("")), 422, 2);
        assertRefused(enrol(new JsonArray().addNull()), 422, 2);
        assertRefused(enrol(new JsonArray().add(17)), 422, 2);
    }

    @Test
    @DisplayName("W-074 bad base64 is 400/105")
    void badBase64_isRefused() {
        assertRefused(enrol(new JsonArray().add("?not base64?")), 400, 105);
    }

    @Test
    @DisplayName("W-075 data: prefix, line breaks, missing padding and the URL-safe alphabet are accepted")
    void base64Variants_areAccepted() {
        String standard = Base64.getEncoder().encodeToString(OBAMA_2009);
        List<String> variants = List.of(
                "data:image/jpeg;base64," + standard,
                Base64.getMimeEncoder().encodeToString(OBAMA_2009),
                Base64.getEncoder().withoutPadding().encodeToString(OBAMA_2009),
                Base64.getUrlEncoder().encodeToString(OBAMA_2009));

        Response answer = enrol(new JsonArray(variants));

        assertThat(answer.jsonPath().getInt("imagesCount")).isEqualTo(4);
    }

    @Test
    @DisplayName("W-021 escaped slashes as Android and iOS write them are read")
    void escapedSlashes_areRead() {
        String request = body(client.session(), OBAMA_2009).encode().replace("/", "\\/");

        assertThat(client.post(Route.FACE_ENROL, request).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-076 picture of a wall is 422/1")
    void pictureWithoutFace_isRefused() {
        assertRefused(client.enrol(client.session(), Portraits.wall()), 422, 1);
    }

    @Test
    @DisplayName("W-077 dark and bright are 10, far is 7, rotated is 6, blurred is 11 or 8")
    void badPhotos_areToldApart() {
        assertRefused(client.enrol(client.session(), Portraits.lit(OBAMA_2009, 0.08f, 0)), 422, 10);
        assertRefused(client.enrol(client.session(), Portraits.lit(OBAMA_2009, 0.35f, 165)), 422, 10);
        assertRefused(client.enrol(client.session(), Portraits.far(OBAMA_2009)), 422, 7);
        assertRefused(client.enrol(client.session(), Portraits.lying(OBAMA_2009)), 422, 6);
        Response blurred = client.enrol(client.session(), Portraits.blurred(OBAMA_2009, 15));
        assertThat(blurred.statusCode()).isEqualTo(422);
        assertThat(codes(blurred).getFirst()).isIn(8, 11);
    }

    @Test
    @DisplayName("W-077 low contrast is 9")
    void flatPhoto_isRefused() {
        assertRefused(client.enrol(client.session(), Portraits.lit(OBAMA_2009, 0.1f, 105)), 422, 9);
    }

    @Test
    void lyingFace_isTurnedForClientsThatLoseTheOrientation() {
        String session = client.session(APPLICATION, somebody(), "iOS 12.1");

        assertThat(client.enrol(session, Portraits.lying(OBAMA_2009)).statusCode())
                .isEqualTo(200);
        assertThat(client.auth(session, OBAMA_2009).jsonPath().getDouble("score"))
                .isGreaterThanOrEqualTo(0.5);
    }

    @Test
    @DisplayName("W-078 broken JPEG is 422/13")
    void brokenPhoto_isRefused() {
        assertRefused(client.enrol(client.session(), Arrays.copyOf(OBAMA_2009, 300)), 422, 13);
    }

    @ParameterizedTest
    @DisplayName("W-079 GIF, BMP and TIFF are 422/20")
    @ValueSource(strings = {"gif", "bmp", "tiff"})
    void otherImageTypes_areRefused(String format) {
        byte[] file = Portraits.encode(Portraits.image(Portraits.scaled(BIDEN, 200, 260)), format);

        assertRefused(client.enrol(client.session(), file), 422, 20);
    }

    @Test
    @DisplayName("W-079 WebP is 422/20")
    void webp_isRefused() {
        byte[] file = "RIFF\0\0\0\0WEBPVP8 \0\0\0\0".getBytes(UTF_8);

        assertRefused(client.enrol(client.session(), file), 422, 20);
    }

    @Test
    @DisplayName("W-079 PNG is accepted, and 422/20 where an application switches it off")
    void png_canBeSwitchedOff() {
        byte[] png = Portraits.encode(Portraits.image(Portraits.scaled(OBAMA_2009, 300, 380)), "png");
        assertThat(client.enrol(client.session(), png).statusCode()).isEqualTo(200);
        set("no-png", "face.image.png", false);
        String session = client.session("no-png", somebody(), null);

        Response answer = client.post(
                SignedCaller.of("no-png"), Route.FACE_ENROL, body(session, png).encode());

        assertRefused(answer, 422, 20);
    }

    @Test
    @DisplayName("W-080 oversized image is 422/14")
    void tooBigPhoto_isRefused() {
        byte[] heavy = Portraits.heavy(1400, 1000);
        assertThat(heavy.length).isBetween(512_001, 1_500_000);

        assertRefused(client.enrol(client.session(), heavy), 422, 14);
    }

    @Test
    @DisplayName("W-082 one good and one bad item count 1")
    void partialSuccess_counts() {
        Response answer = client.enrol(client.session(), Portraits.wall(), OBAMA_2009);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("imagesCount")).isEqualTo(1);
    }

    @Test
    void totalFailure_tellsEachItem_inOrder() {
        Response answer =
                client.enrol(client.session(), Portraits.wall(), Arrays.copyOf(OBAMA_2009, 300), Portraits.far(BIDEN));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(codes(answer)).containsExactly(1, 13, 7);
    }

    @Test
    void moreThanTwentyItems_areRefused() {
        JsonArray items = new JsonArray(Collections.nCopies(21, "AAAA"));

        assertRefused(enrol(items), 400, 106);
    }

    @Test
    void otherFiles_areToldApart() {
        assertRefused(client.enrol(client.session(), "%PDF-1.7\n".getBytes(UTF_8)), 422, 108);
        assertRefused(client.enrol(client.session(), new byte[] {9, 8, 7, 6, 5, 4, 3, 2, 1, -1, -2, -3}), 422, 180);
    }

    @Test
    void belowTheMinimumOfRecordings_nobodyIsEnrolled_andAVideoIsOne() {
        set("strict", "face.enroll.min", 2);
        SignedCaller caller = SignedCaller.of("strict");
        String session = client.session("strict", somebody(), null);

        client.post(
                caller,
                Route.FACE_ENROL,
                body(session, FaceVideos.mp4(OBAMA_2009, 2)).encode());
        assertRefused(
                client.post(caller, Route.FACE_AUTH, body(session, OBAMA_2009).encode()), 424, 107);

        client.post(
                caller, Route.FACE_ENROL, body(session, Portraits.OBAMA_2012).encode());
        assertThat(client.post(
                                caller,
                                Route.FACE_AUTH,
                                body(session, OBAMA_2009).encode())
                        .statusCode())
                .isEqualTo(200);
    }

    private Response enrol(JsonArray faces) {
        return client.post(
                Route.FACE_ENROL,
                new JsonObject().put("session", client.session()).put("faces", faces));
    }

    private void set(String application, String name, Object value) {
        JsonObject record = new JsonObject()
                .put("v", 1)
                .put("application", application)
                .put("settings", new JsonObject().put(name, value));
        TestTopics.publish(
                Topic.APPLICATION_SETTINGS, application, record.encode().getBytes(UTF_8));
        for (int i = 0; i < 100; i++) {
            var known = settings.forApplication(application);
            if (value instanceof Boolean flag
                    ? known.flag(name, !flag) == flag
                    : value.equals(known.integer(name, -1))) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new AssertionError("the settings never arrived");
    }
}
