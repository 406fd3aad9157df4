package io.traitgate.face.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.media.RgbImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    @Test
    void atWholePlacesBilinearSamplingCopies() {
        var image = noise(7, 5);

        var copy = Bilinear.sample(image, Affine.scaling(1, 0, 0), 7, 5);

        for (var i = 0; i < copy.length; i++) {
            assertThat(copy[i]).isEqualTo(image.rgb()[i] & 0xff);
        }
    }

    @Test
    void betweenPixelsBilinearSamplingMixesFour() {
        var image = new RgbImage(2, 2, new byte[] {0, 0, 0, 40, 0, 0, 80, 0, 0, (byte) 200, 0, 0});

        var middle = Bilinear.sample(image, Affine.scaling(1, 0.5, 0.5), 1, 1);

        assertThat(middle[0]).isEqualTo(80, within(1e-4f));
    }

    @Test
    void outsideOfThePictureIsBlack() {
        var sampled = Bilinear.sample(noise(3, 3), Affine.scaling(1, 100, -100), 2, 2);

        assertThat(sampled).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"100,80,50,40", "101,83,40,31", "64,64,1,1", "33,20,33,7"})
    void scalingByAreaKeepsTheMean(int width, int height, int toWidth, int toHeight) {
        var image = noise(width, height);

        var scaled = AreaScaling.scale(image, toWidth, toHeight);

        assertThat(scaled.width()).isEqualTo(toWidth);
        assertThat(scaled.height()).isEqualTo(toHeight);
        assertThat(mean(scaled)).isCloseTo(mean(image), within(0.5));
    }

    @Test
    void scalingByAreaAveragesWhatAPixelCovers() {
        var image = new RgbImage(4, 1, new byte[] {10, 0, 0, 20, 0, 0, 30, 0, 0, 50, 0, 0});

        assertThat(AreaScaling.scale(image, 2, 1).rgb()).containsExactly(15, 0, 0, 40, 0, 0);
    }

    @Test
    void scalingByAreaNeverEnlarges() {
        assertThatThrownBy(() -> AreaScaling.scale(noise(4, 4), 5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPyramidSamplesTheSamePlaceFromEveryLevel() {
        // A slope has the same value at a place however coarsely it is looked at.
        var rgb = new byte[1024 * 8 * 3];
        for (var i = 0; i < 1024 * 8; i++) {
            rgb[3 * i] = (byte) (i % 1024 / 4);
        }
        var pyramid = new Pyramid(new RgbImage(1024, 8, rgb));

        var coarse = pyramid.sample(new Affine(100, 0, 200, 0, 0.5, 1), 4);

        for (var column = 0; column < 4; column++) {
            assertThat(coarse[3 * column]).isCloseTo((200 + 100 * column) / 4f, within(1f));
        }
    }

    @Test
    void aRegionStaysInsideThePicture() {
        var image = noise(10, 10);

        assertThat(Region.within(image, -5, 2.5, 4.2, 99)).isEqualTo(new Region(0, 2, 5, 8));
        assertThat(Region.within(image, 50, 50, 60, 60)).isEqualTo(new Region(9, 9, 1, 1));
    }

    private static RgbImage noise(int width, int height) {
        var rgb = new byte[width * height * 3];
        new Random(7).nextBytes(rgb);
        return new RgbImage(width, height, rgb);
    }

    private static double mean(RgbImage image) {
        var sum = 0L;
        for (var value : image.rgb()) {
            sum += value & 0xff;
        }
        return (double) sum / image.rgb().length;
    }
}
