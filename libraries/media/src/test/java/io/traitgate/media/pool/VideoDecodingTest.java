package io.traitgate.media.pool;

import static io.traitgate.media.TestPictures.BLUE;
import static io.traitgate.media.TestPictures.GREEN;
import static io.traitgate.media.TestPictures.RED;
import static io.traitgate.media.TestPictures.YELLOW;
import static io.traitgate.media.pool.TestDecoder.assertCorners;
import static io.traitgate.media.pool.TestDecoder.refusal;
import static io.traitgate.media.pool.TestDecoder.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.DecodedVideo;
import io.traitgate.media.RgbImage;
import io.traitgate.media.TestVideos;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoDecodingTest {
    @ParameterizedTest
    @DisplayName("W-087 H.264 in MP4, MOV and 3GP is decoded")
    @ValueSource(strings = {"mp4", "mov", "3gp"})
    void decodesWhatPhonesRecord(String format) {
        // When
        var decoded = video(TestVideos.phone(format).record(), 5);

        // Then
        assertThat(decoded.frameCount()).isEqualTo(40);
        assertThat(decoded.duration()).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(10));
        assertThat(decoded.hasAudio()).isFalse();
        assertSpread(decoded, 5, 40);
        assertCorners(decoded.frames().getFirst().image(), RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @DisplayName("W-087 VP8 and VP9 in WebM without duration are decoded")
    @ValueSource(booleans = {false, true})
    void decodesWhatBrowsersRecord(boolean vp9) {
        // When
        var decoded = video(TestVideos.browser(vp9).record(), 6);

        // Then
        assertThat(decoded.frameCount()).isEqualTo(60);
        assertThat(decoded.duration()).isCloseTo(Duration.ofSeconds(3), Duration.ofMillis(10));
        assertSpread(decoded, 6, 60);
        assertCorners(decoded.frames().getLast().image(), RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @DisplayName("W-087 the rotation of the container is honoured")
    @CsvSource({"0, 1, -1, 0", "-1, 0, 0, -1", "0, -1, 1, 0", "-1, 0, 0, 1"})
    void turnsFramesUpright(int a, int b, int c, int d) {
        // Given
        var upright = TestVideos.phone("mp4").withFrames(5).record();

        // When
        var image = video(TestVideos.withMatrix(upright, a, b, c, d), 1)
                .frames()
                .getFirst()
                .image();

        // Then
        if (b == 1) {
            assertCorners(image, BLUE, RED, YELLOW, GREEN);
        } else if (b == -1) {
            assertCorners(image, GREEN, YELLOW, RED, BLUE);
        } else if (d == -1) {
            assertCorners(image, YELLOW, BLUE, GREEN, RED);
        } else {
            assertCorners(image, GREEN, RED, YELLOW, BLUE);
        }
        assertThat(image.width()).isEqualTo(b == 0 ? 320 : 240);
    }

    @Test
    void scalesFramesDown() {
        var item = TestDecoder.item(TestVideos.phone("mp4").withFrames(5).record());
        var decoded = TestDecoder.await(TestDecoder.POOL.decodeVideo(item, 160, 1));
        assertThat(decoded.frames().getFirst().image()).hasToString("RgbImage[160 x 120]");
    }

    @Test
    void givesAllFramesWhenMoreAreAskedFor() {
        var decoded = video(TestVideos.phone("mp4").withFrames(7).record(), 100);
        assertThat(decoded.frames()).hasSize(7);
    }

    @Test
    void noticesSound() {
        assertThat(video(TestVideos.phone("mp4").withSound().record(), 1).hasAudio())
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("W-088 a video of 3.5 s, and of exactly 4 s, is accepted")
    @ValueSource(ints = {70, 80})
    void acceptsVideosUpToTheLimit(int frames) {
        assertThat(video(TestVideos.browser(false).withFrames(frames).record(), 3)
                        .frames())
                .hasSize(3);
        assertThat(video(TestVideos.phone("mp4").withFrames(frames).record(), 3).frames())
                .hasSize(3);
    }

    @Test
    @DisplayName("W-088 a video of 6 s is 422 with code 12")
    void refusesLongVideos() {
        var long6 = TestVideos.phone("mp4").withFrames(120).record();
        var webm = TestVideos.browser(false).withFrames(120).record();
        assertThat(refusal(() -> video(long6, 1))).isEqualTo(ApiError.LIVENESS_TIMEOUT);
        assertThat(refusal(() -> video(webm, 1))).isEqualTo(ApiError.LIVENESS_TIMEOUT);
    }

    @Test
    @DisplayName("W-088 a header that claims a short duration does not help a video of 6 s")
    void doesNotTrustTheHeader() {
        // Given: durations of movie, track and media set to almost nothing
        var lying = TestVideos.phone("mp4").withFrames(120).record();
        for (var box : new String[] {"mvhd", "mdhd"}) {
            Arrays.fill(lying, at(lying, box) + 20, at(lying, box) + 24, (byte) 0);
        }

        // When, Then
        assertThat(refusal(() -> video(lying, 1))).isEqualTo(ApiError.LIVENESS_TIMEOUT);
    }

    @Test
    void boundsTheFramesOfVideosWhoseTimeStampsLie() {
        // Given: a rate of 20,000 frames a second
        var crowded = TestVideos.phone("mp4").withSize(64, 48).withFrames(1_600).record();
        var scale = at(crowded, "mdhd") + 16;
        crowded[scale + 1] += 0x40;

        // When, Then
        assertThat(refusal(() -> video(crowded, 1))).isEqualTo(ApiError.LIVENESS_TIMEOUT);
    }

    @Test
    @DisplayName("W-089 a video file without a video track is 422 with code 18")
    void refusesVideosWithoutPictures() {
        var sound = TestVideos.phone("mp4").withoutPictures().record();
        assertThat(refusal(() -> video(sound, 1))).isEqualTo(ApiError.NO_VIDEO);
    }

    @Test
    void refusesFilesWithoutMedia() {
        var start = Arrays.copyOf(TestVideos.phone("mp4").record(), 40);
        assertThat(refusal(() -> video(start, 1))).isEqualTo(ApiError.NO_MEDIA);
    }

    @Test
    void refusesCodecsThatNoClientSends() {
        assertThat(refusal(() -> video(TestVideos.ofUnreadCodec().record(), 1))).isEqualTo(ApiError.UNDECODABLE_MEDIA);
    }

    @Test
    void refusesVideosWithoutOneReadableFrame() {
        // Given: everything between the header of the data and the index is overwritten
        var broken = TestVideos.phone("mp4").withFrames(10).record();
        Arrays.fill(broken, at(broken, "mdat") + 4, at(broken, "moov") - 4, (byte) 0x55);

        // When, Then
        assertThat(refusal(() -> video(broken, 1))).isEqualTo(ApiError.UNDECODABLE_MEDIA);
    }

    private static int at(byte[] file, String box) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(box);
    }

    /** The brightness in the middle says which frame each is: the middle ones of equal shares. */
    private static void assertSpread(DecodedVideo video, int wanted, int present) {
        assertThat(video.frames()).hasSize(wanted);
        for (var i = 0; i < wanted; i++) {
            var frame = video.frames().get(i);
            var expected = (i + 0.5) * present / wanted - 0.5;
            assertThat(frame.at().toMillis() * TestVideos.RATE / 1000.0).isCloseTo(expected, within(1.0));
            assertThat(middle(frame.image())).isCloseTo(TestVideos.level((int) Math.round(expected)), within(6));
        }
    }

    private static int middle(RgbImage image) {
        return image.pixel(image.width() / 2, image.height() / 2) >> 8 & 0xFF;
    }
}
