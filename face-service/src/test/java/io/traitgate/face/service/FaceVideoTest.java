package io.traitgate.face.service;

import static io.traitgate.face.service.FaceClient.assertRefused;
import static io.traitgate.face.service.Portraits.BIDEN;
import static io.traitgate.face.service.Portraits.OBAMA_2009;
import static io.traitgate.face.service.Portraits.OBAMA_2012;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.traitgate.testkit.WithLocalStores;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithLocalStores(service = "face")
class FaceVideoTest {

    @Inject
    FaceClient client;

    @Test
    @DisplayName("W-087 MP4, MP4 with rotation, MOV and WebM VP8 and VP9 without duration are read")
    void videosOfPhonesAndBrowsers_enrol() {
        List<byte[]> videos = List.of(
                FaceVideos.mp4(OBAMA_2009, 2),
                FaceVideos.turnedMp4(OBAMA_2009),
                FaceVideos.mov(OBAMA_2009, 2),
                FaceVideos.webm(OBAMA_2009, 3, false),
                FaceVideos.webm(OBAMA_2009, 3, true));

        assertThat(videos).allSatisfy(video -> {
            Response answer = client.enrol(client.session(), video);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.jsonPath().getInt("imagesCount")).isEqualTo(1);
        });
    }

    @Test
    void videoOfThePerson_isRecognised_andOfAnotherIsNot() {
        String session = client.session();
        client.enrol(session, FaceVideos.mp4(OBAMA_2009, 2));

        assertThat(client.auth(session, FaceVideos.webm(OBAMA_2012, 3, false))
                        .jsonPath()
                        .getDouble("score"))
                .isGreaterThanOrEqualTo(0.5);
        assertThat(client.auth(session, FaceVideos.mov(BIDEN, 2)).jsonPath().getDouble("score"))
                .isZero();
    }

    @Test
    @DisplayName("W-088 video of 3.5 s is accepted, of 6 s is 422/12")
    void longVideos_areRefused() {
        assertThat(client.enrol(client.session(), FaceVideos.webm(OBAMA_2009, 3.5, false))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(client.enrol(client.session(), FaceVideos.mp4(OBAMA_2009, 6)), 422, 12);
    }

    @Test
    @DisplayName("W-089 video without video track is 422/18, audio file in faces too")
    void soundWithoutPictures_isRefused() {
        byte[] wav = "RIFF\0\0\0\0WAVEfmt \20\0\0\0\1\0\1\0\"V\0\0D\254\0\0\2\0\20\0data\0\0\0\0".getBytes(ISO_8859_1);

        assertRefused(client.enrol(client.session(), FaceVideos.soundOnly()), 422, 18);
        assertRefused(client.enrol(client.session(), wav), 422, 18);
    }
}
