package io.traitgate.face.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.image.Luma;
import org.junit.jupiter.api.Test;

class BlurEstimateTest {

    @Test
    void growsWithTheWidthOfAnEdgeAndIsAPixelTooWideAtMost() {
        var last = 0.0;
        for (var sigma : new double[] {1, 1.5, 2, 3, 4, 6}) {
            var estimate = BlurEstimate.of(disc(sigma, 100)).sigma();
            assertThat(estimate).isGreaterThan(last).isBetween(sigma - 0.2, sigma + 1.2);
            last = estimate;
        }
    }

    @Test
    void doesNotDependOnContrast() {
        assertThat(BlurEstimate.of(disc(2, 10)).sigma())
                .isCloseTo(BlurEstimate.of(disc(2, 100)).sigma(), within(0.01));
    }

    @Test
    void blurAlikeInAllDirectionsHasNone() {
        assertThat(BlurEstimate.of(disc(2, 100)).directionality()).isLessThan(1.2);
    }

    @Test
    void aFlatPictureIsAsBlurredAsCanBe() {
        assertThat(BlurEstimate.of(new Luma(40, 40, new float[1600])).sigma()).isGreaterThan(10);
    }

    @Test
    void onePixelIsNoPicture() {
        assertThat(BlurEstimate.of(new Luma(1, 1, new float[1])).directionality())
                .isEqualTo(1);
    }

    /** A disc whose edge is blurred by nearly a Gaussian of this width (the logistic curve of that variance). */
    private static Luma disc(double sigma, double contrast) {
        var values = new float[128 * 128];
        for (var i = 0; i < values.length; i++) {
            var distance = Math.hypot(i % 128 - 64, i / 128 - 64) - 40;
            values[i] = (float) (50 + contrast / (1 + Math.exp(1.702 * distance / sigma)));
        }
        return new Luma(128, 128, values);
    }
}
