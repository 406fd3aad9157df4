package io.traitgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.traitgate.contract.error.ErrorItem;
import io.traitgate.contract.face.FaceCompareAnswer;
import io.traitgate.contract.modality.AuthAnswer;
import io.traitgate.contract.session.SessionAnswer;
import io.traitgate.contract.session.SessionRequest;
import io.traitgate.contract.signature.RequestSigner;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TraitGateClientTest {
    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, 1, 2};

    private final ScriptedServer server = new ScriptedServer();
    private final TraitGateClient client = new TraitGateClient(new Credentials(server.url(), "key", "secret"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signsTheBytesItSends() {
        server.then(200, "{\"session\":\"s\",\"face\":2,\"voice\":0,\"behaviour\":1,\"later\":true}");

        SessionAnswer answer = client.openSession(new SessionRequest("user", "device", "system", null, null, null));

        assertThat(answer).isEqualTo(new SessionAnswer("s", 2, 0, 1, null));
        ScriptedServer.Received request = server.only();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/sessions");
        assertThat(request.text()).isEqualTo("{\"userId\":\"user\",\"device\":\"device\",\"system\":\"system\"}");
        assertThat(request.header("X-aimbrain-apikey")).isEqualTo("key");
        assertThat(request.header("X-aimbrain-signature"))
                .isEqualTo(RequestSigner.sign("secret", "POST", "/v1/sessions", request.body()));
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void signsTheCanonicalPathBehindAPrefix() {
        server.then(200, "{\"token\":\"6-6-7\"}");
        TraitGateClient prefixed =
                new TraitGateClient(new Credentials(URI.create(server.url() + "/gw/"), "key", "secret"));

        assertThat(prefixed.faceToken("s", "auth").token()).isEqualTo("6-6-7");

        ScriptedServer.Received request = server.only();
        assertThat(request.path()).isEqualTo("/gw/v1/face/token");
        assertThat(request.text()).isEqualTo("{\"session\":\"s\",\"tokentype\":\"auth\"}");
        assertThat(request.header("X-aimbrain-signature"))
                .isEqualTo(RequestSigner.sign("secret", "POST", "/v1/face/token", request.body()));
    }

    @Test
    void sendsMediaInBase64() {
        server.then(200, "{\"imagesCount\":2}")
                .then(200, "{\"score\":0.97,\"liveliness\":0}")
                .then(200, "{\"score\":0.5,\"liveliness1\":0,\"liveliness2\":1.0}")
                .then(200, "{\"deleted\":true}");

        assertThat(client.enrolFace("s", List.of(PHOTO, PHOTO)).imagesCount()).isEqualTo(2);
        assertThat(client.authenticateFace("s", List.of(PHOTO))).isEqualTo(new AuthAnswer(0.97, 0, null));
        assertThat(client.compareFaces(List.of(PHOTO), List.of(PHOTO)))
                .isEqualTo(new FaceCompareAnswer(0.5, 0, 1, null));
        assertThat(client.deleteFace("user", "s").deleted()).isTrue();

        assertThat(server.received())
                .extracting(ScriptedServer.Received::path)
                .containsExactly("/v1/face/enroll", "/v1/face/auth", "/v1/face/compare", "/v1/face/delete");
        assertThat(server.received())
                .extracting(ScriptedServer.Received::text)
                .containsExactly(
                        "{\"session\":\"s\",\"faces\":[\"/9gBAg==\",\"/9gBAg==\"]}",
                        "{\"session\":\"s\",\"faces\":[\"/9gBAg==\"]}",
                        "{\"faces1\":[\"/9gBAg==\"],\"faces2\":[\"/9gBAg==\"]}",
                        "{\"userId\":\"user\",\"session\":\"s\"}");
    }

    @Test
    void aRefusalCarriesStatusAndCodes() {
        server.then(
                422,
                "{\"error\":\"Image is blurry\",\"errors\":[{\"description\":\"Image is blurry\",\"code\":11},"
                        + "{\"description\":\"Unable to detect a face in the photo/video\",\"code\":1}]}");

        assertThatExceptionOfType(ApiCallException.class)
                .isThrownBy(() -> client.enrolFace("s", List.of(PHOTO, PHOTO)))
                .withMessage("Image is blurry")
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.errors())
                            .containsExactly(
                                    new ErrorItem("Image is blurry", 11),
                                    new ErrorItem("Unable to detect a face in the photo/video", 1));
                    assertThat(refusal.hasCode(1)).isTrue();
                    assertThat(refusal.hasCode(2)).isFalse();
                });
    }

    @Test
    void anAnswerThatIsNoneOfTheApiIsNoCrash() {
        server.then(502, "<html>Bad gateway</html>").then(200, "<html>Welcome</html>");

        assertThatExceptionOfType(ApiCallException.class)
                .isThrownBy(() -> client.faceToken("s", "auth"))
                .withMessage("The API answered 502");
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client.faceToken("s", "auth"))
                .withMessageContaining("does not answer as TraitGate does");
    }

    @Test
    void saysWhereNothingAnswers() {
        server.close();

        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> client.faceToken("s", "auth"))
                .withMessage("Nothing answers at " + server.url());
    }

    @Test
    void credentialsDoNotShowTheirSecret() {
        assertThat(new Credentials(server.url(), "key", "top secret").toString())
                .doesNotContain("top secret");
    }
}
