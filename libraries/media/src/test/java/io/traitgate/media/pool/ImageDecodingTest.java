package io.traitgate.media.pool;

import static io.traitgate.media.TestPictures.BLUE;
import static io.traitgate.media.TestPictures.GREEN;
import static io.traitgate.media.TestPictures.RED;
import static io.traitgate.media.TestPictures.YELLOW;
import static io.traitgate.media.pool.TestDecoder.assertColour;
import static io.traitgate.media.pool.TestDecoder.assertCorners;
import static io.traitgate.media.pool.TestDecoder.image;
import static io.traitgate.media.pool.TestDecoder.item;
import static io.traitgate.media.pool.TestDecoder.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.error.ApiError;
import io.traitgate.media.PngChunks;
import io.traitgate.media.TestPictures;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageDecodingTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodesBaselineAndProgressiveJpeg(boolean progressive) {
        // When
        var decoded = image(TestPictures.jpeg(quarters(BufferedImage.TYPE_INT_RGB), progressive));

        // Then
        assertThat(decoded.sourceWidth()).isEqualTo(WIDTH);
        assertThat(decoded.sourceHeight()).isEqualTo(HEIGHT);
        assertThat(decoded.image().width()).isEqualTo(WIDTH);
        assertCorners(decoded.image(), RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void cmykJpegHasTheRightColours(int transform) {
        assertCorners(image(TestPictures.adobeCmyk(WIDTH, HEIGHT, transform)).image(), RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void greyJpegBecomesGreyRgb() {
        // Given
        var grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 100);
        }

        // When, Then
        assertColour(image(TestPictures.jpeg(grey, false)).image().pixel(8, 8), 0x646464);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "6, false", "3, false", "8, true"})
    void honoursExifOrientation(int orientation, boolean bigEndian) {
        // When
        var decoded = image(TestPictures.withExif(TestPictures.jpeg(WIDTH, HEIGHT), orientation, bigEndian));

        // Then
        switch (orientation) {
            case 3 -> assertCorners(decoded.image(), YELLOW, BLUE, GREEN, RED);
            case 6 -> assertCorners(decoded.image(), BLUE, RED, YELLOW, GREEN);
            default -> assertCorners(decoded.image(), GREEN, YELLOW, RED, BLUE);
        }
        assertThat(decoded.sourceWidth()).isEqualTo(orientation == 3 ? WIDTH : HEIGHT);
    }

    @Test
    void scalesDownToTheLongestSideAndNeverUp() {
        // Given
        var jpeg = item(TestPictures.jpeg(400, 300));

        // When
        var scaled = TestDecoder.await(TestDecoder.POOL.decodeImage(jpeg, 100));
        var same = TestDecoder.await(TestDecoder.POOL.decodeImage(jpeg, 1600));

        // Then
        assertThat(scaled.image()).hasToString("RgbImage[100 x 75]");
        assertThat(scaled.sourceWidth()).isEqualTo(400);
        assertCorners(scaled.image(), RED, GREEN, BLUE, YELLOW);
        assertThat(same.image()).hasToString("RgbImage[400 x 300]");
    }

    @Test
    void agreesWithTheJdkOnEveryPixel() {
        // Given
        var source = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < 64 * 64; i++) {
            source.setRGB(i % 64, i / 64, (i % 64 * 4) << 16 | (i / 64 * 4) << 8 | 128);
        }

        // When
        var decoded = image(TestPictures.png(source)).image();

        // Then
        for (var i = 0; i < 64 * 64; i++) {
            assertThat(decoded.pixel(i % 64, i / 64)).isEqualTo(source.getRGB(i % 64, i / 64) & 0xFFFFFF);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_INDEXED,
            })
    void decodesPngOfAllColourTypes(int type) {
        var picture = quarters(type);
        var expected = new int[] {
            rgb(picture, 0, 0),
            rgb(picture, WIDTH - 1, 0),
            rgb(picture, 0, HEIGHT - 1),
            rgb(picture, WIDTH - 1, HEIGHT - 1)
        };
        assertCorners(image(TestPictures.png(picture)).image(), expected);
        assertCorners(image(TestPictures.interlacedPng(picture)).image(), expected);
    }

    @ParameterizedTest
    @CsvSource({"8, 0, 000000", "16, 0, 000000", "16, 2, 000000", "16, 6, FFFFFF", "8, 4, FFFFFF", "16, 4, FFFFFF"})
    void decodesDeepAndGreyPngAndLaysTransparencyOverWhite(int depth, int colourType, String expected) {
        var png = new PngChunks()
                .header(8, 8, depth, colourType)
                .zeros(8 * (8 * 8 + 1))
                .end();
        assertColour(image(png).image().pixel(4, 4), Integer.parseInt(expected, 16));
    }

    @Test
    void halfTransparentPixelsAreMixedWithWhite() {
        // Given
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x80FF0000);

        // When, Then
        var decoded = image(TestPictures.png(picture)).image();
        assertColour(decoded.pixel(0, 0), 0xFF7F7F);
        assertColour(decoded.pixel(1, 1), 0xFFFFFF);
    }

    @Test
    @DisplayName("W-078 a JPEG that is cut anywhere, or whose header is broken, is 422 with code 13")
    void refusesCutJpeg() {
        for (var progressive : new boolean[] {false, true}) {
            var whole = TestPictures.jpeg(quarters(BufferedImage.TYPE_INT_RGB), progressive);
            for (var share = 5; share < 100; share += 10) {
                var cut = Arrays.copyOf(whole, whole.length * share / 100);
                assertThat(refusal(() -> image(cut))).isEqualTo(ApiError.MALFORMED_IMAGE);
            }
        }
    }

    @Test
    @DisplayName("W-078 a JPEG with data missing inside a scan is 422 with code 13")
    void refusesJpegWithMissingData() {
        // Given: the end marker right behind the first third
        var whole = TestPictures.jpeg(640, 480);
        var cut = Arrays.copyOf(whole, whole.length / 3);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;

        // When, Then
        assertThat(refusal(() -> image(cut))).isEqualTo(ApiError.MALFORMED_IMAGE);
    }

    @Test
    void refusesCutAndDamagedPng() {
        // Given
        var whole = TestPictures.png(quarters(BufferedImage.TYPE_INT_RGB));
        var damaged = whole.clone();
        damaged[whole.length / 2]++;

        // When, Then
        assertThat(refusal(() -> image(Arrays.copyOf(whole, whole.length - 12))))
                .isEqualTo(ApiError.MALFORMED_IMAGE);
        assertThat(refusal(() -> image(damaged))).isEqualTo(ApiError.MALFORMED_IMAGE);
    }

    @Test
    void losslessJpegIsUnsupported() {
        // Given
        var lossless = TestPictures.jpeg(WIDTH, HEIGHT);
        for (var i = 0; i < lossless.length - 1; i++) {
            if (lossless[i] == -1 && lossless[i + 1] == (byte) 0xC0) {
                lossless[i + 1] = (byte) 0xC3;
            }
        }

        // When, Then
        assertThat(refusal(() -> image(lossless))).isEqualTo(ApiError.UNSUPPORTED_IMAGE_TYPE);
    }

    private static BufferedImage quarters(int type) {
        return TestPictures.quarters(WIDTH, HEIGHT, type);
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }
}
