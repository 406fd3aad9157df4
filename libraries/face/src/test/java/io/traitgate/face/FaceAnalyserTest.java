package io.traitgate.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.error.ApiError;
import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.face.detection.Detection;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.image.AreaScaling;
import io.traitgate.face.image.Point;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.score.Similarity;
import io.traitgate.media.Orientation;
import io.traitgate.media.RgbImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceAnalyserTest {
    private static final RgbImage PORTRAIT = Portraits.example("obama-2009");
    private static FaceNetworks networks;

    @BeforeAll
    static void open() {
        networks = FaceNetworks.open(FaceEngineSettings.of(EmbedderChoice.MOBILEFACENET));
    }

    @AfterAll
    static void close() {
        networks.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"obama-2009", "obama-2012", "biden"})
    void acceptsTheExamples(String name) {
        assertThat(accepted(analyse(Portraits.example(name)))).singleElement().satisfies(sample -> {
            assertThat(sample.quality()).isBetween(0.6, 1.0);
            assertThat(sample.image().width()).isLessThanOrEqualTo(FaceSample.LONGEST_SIDE);
            assertThat(sample.image().height()).isLessThanOrEqualTo(FaceSample.LONGEST_SIDE);
        });
    }

    @Test
    void anEmptyPictureHasNoFace() {
        assertRefused(analyse(new RgbImage(640, 480, new byte[640 * 480 * 3])), ApiError.NO_FACE);
        assertRefused(analyse(new RgbImage(1, 1, new byte[3])), ApiError.NO_FACE);
    }

    @ParameterizedTest
    @EnumSource(names = {"TURNED_90", "TURNED_180", "TURNED_270"})
    void refusesAFaceOnItsSideOrHead(Orientation orientation) {
        assertRefused(analyse(orientation.apply(PORTRAIT)), ApiError.WRONG_ORIENTATION);
    }

    @ParameterizedTest
    @EnumSource(names = {"TURNED_90", "TURNED_180", "TURNED_270"})
    void turnsSuchAFaceUprightWhereTheClientLosesTheFlag(Orientation orientation) {
        var turned = accepted(networks.analyser().analyse(orientation.apply(PORTRAIT), Sideways.TURN));

        assertThat(Similarity.COSINE.of(embedding(turned), embedding(accepted(analyse(PORTRAIT)))))
                .isGreaterThan(0.999);
    }

    @Test
    void refusesAFaceThatIsFarAway() {
        var small = AreaScaling.scale(PORTRAIT, PORTRAIT.width() / 3, PORTRAIT.height() / 3);

        assertRefused(analyse(small), ApiError.FACE_TOO_FAR);
    }

    @Test
    void refusesADarkPicture() {
        assertRefused(analyse(Portraits.lit(PORTRAIT, 0.1, 0)), ApiError.POOR_BRIGHTNESS);
    }

    @Test
    void refusesAWashedOutPicture() {
        assertRefused(analyse(Portraits.lit(PORTRAIT, 0.5, 160)), ApiError.POOR_BRIGHTNESS);
    }

    @Test
    void refusesAFlatPicture() {
        assertRefused(analyse(Portraits.lit(PORTRAIT, 0.1, 100)), ApiError.POOR_CONTRAST);
    }

    @Test
    void refusesASoftPicture() {
        assertRefused(analyse(Portraits.blurred(PORTRAIT, 5)), ApiError.POOR_SHARPNESS);
    }

    @Test
    void refusesABlurredPicture() {
        assertRefused(analyse(Portraits.blurred(PORTRAIT, 13)), ApiError.BLURRY);
    }

    @Test
    void refusesAPictureThatWasShaken() {
        assertRefused(analyse(Portraits.smeared(PORTRAIT, 21)), ApiError.MOTION_BLUR);
    }

    @Test
    void tellsWhatItMeasuredOfARefusedFace() {
        assertThat(analyse(Portraits.lit(PORTRAIT, 0.1, 0)))
                .isInstanceOfSatisfying(FaceAnalysis.Refused.class, refused -> {
                    assertThat(refused.measures()).isNotNull();
                    assertThat(refused.measures().byName()).containsKeys("brightness", "blur", "eyeDistance");
                    assertThat(refused.measures().brightness()).isLessThan(30);
                });
    }

    @Test
    void keepsTheBestFramesOfAVideoBestFirst() {
        var soft = Portraits.blurred(PORTRAIT, 2);
        var dark = Portraits.lit(PORTRAIT, 0.1, 0);

        var samples = accepted(networks.analyser().analyse(List.of(soft, dark, PORTRAIT, soft), Sideways.REFUSE, 2));

        assertThat(samples).hasSize(2);
        assertThat(samples.getFirst().quality()).isGreaterThan(samples.getLast().quality());
        assertThat(embedding(samples)).isEqualTo(embedding(accepted(analyse(PORTRAIT))));
    }

    @Test
    void ofFacesOfOneSizeTheOneNearerToTheMiddleCounts() {
        var picture = new RgbImage(400, 300, new byte[400 * 300 * 3]);

        assertThat(prominence(200, 150, 80, picture)).isGreaterThan(prominence(330, 60, 90, picture));
        assertThat(prominence(330, 60, 160, picture)).isGreaterThan(prominence(200, 150, 80, picture));
    }

    private static double prominence(double x, double y, double side, RgbImage picture) {
        return FaceAnalyser.prominence(new Detection(0.9, new Point(x, y), side, side, List.of()), picture);
    }

    @Test
    void aVideoWithoutAGoodFrameHasTheFaultOfMostFrames() {
        var dark = Portraits.lit(PORTRAIT, 0.1, 0);
        var blank = new RgbImage(64, 64, new byte[64 * 64 * 3]);

        assertRefused(
                networks.analyser().analyse(List.of(blank, dark, dark), Sideways.REFUSE, 3), ApiError.POOR_BRIGHTNESS);
    }

    @Test
    void aVideoWithoutFramesIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> networks.analyser().analyse(List.of(), Sideways.REFUSE, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FaceAnalysis analyse(RgbImage image) {
        return networks.analyser().analyse(image, Sideways.REFUSE);
    }

    private static void assertRefused(FaceAnalysis analysis, ApiError error) {
        assertThat(analysis)
                .isInstanceOfSatisfying(
                        FaceAnalysis.Refused.class,
                        refused -> assertThat(refused.error()).isEqualTo(error));
    }

    private static List<FaceSample> accepted(FaceAnalysis analysis) {
        assertThat(analysis).isInstanceOf(FaceAnalysis.Accepted.class);
        return ((FaceAnalysis.Accepted) analysis).samples();
    }

    private static float[] embedding(List<FaceSample> samples) {
        return networks.embedder().embed(samples.getFirst());
    }
}
