package io.traitgate.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.media.Orientation;
import io.traitgate.media.PngChunks;
import io.traitgate.media.TestPictures;
import io.traitgate.media.protocol.Refusal;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FileStructureTest {
    @Test
    void jpegKeepsNeitherMetadataNorWhatLiesBehindTheEnd() {
        // Given
        var plain = TestPictures.jpeg(32, 24);
        var tagged = TestPictures.withExif(plain, 6, true);
        var followed = Arrays.copyOf(tagged, tagged.length + 1_000);

        // When
        var picture = JpegFile.read(followed);

        // Then
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.height()).isEqualTo(24);
        assertThat(picture.orientation()).isEqualTo(Orientation.TURNED_90);
        assertThat(latin1(picture.bytes()))
                .doesNotContain("Exif")
                .doesNotContain("JFIF")
                .endsWith("\u00FF\u00D9");
        assertThat(picture.bytes()).hasSizeLessThan(plain.length);
    }

    @Test
    void pngKeepsOnlyWhatMakesThePicture() {
        // Given
        byte[] exif = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0};
        var png = new PngChunks()
                .header(8, 8, 8, 0)
                .chunk("iCCP", new byte[50])
                .chunk("zTXt", new byte[50])
                .chunk("acTL", new byte[8])
                .chunk("eXIf", exif)
                .zeros(72)
                .end();

        // When
        var picture = PngFile.read(png);

        // Then
        assertThat(picture.orientation()).isEqualTo(Orientation.TURNED_180);
        assertThat(latin1(picture.bytes()))
                .contains("IHDR", "IDAT", "IEND")
                .doesNotContain("iCCP", "zTXt", "acTL", "eXIf");
    }

    @Test
    void brokenExifIsUpright() {
        for (var length = 0; length < 26; length++) {
            assertThat(ExifOrientation.read(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 9, 9}, 0, Math.min(length, 10)))
                    .isEqualTo(Orientation.UPRIGHT);
        }
        byte[] farDirectory = {'M', 'M', 0, 42, 0x7F, -1, -1, -1, 0, 1};
        assertThat(ExifOrientation.read(farDirectory, 0, 10)).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void everyCutOfAJpegOrPngIsMalformed() {
        var jpeg = TestPictures.jpeg(8, 8);
        for (var length = 0; length < jpeg.length; length++) {
            var cut = Arrays.copyOf(jpeg, length);
            assertThatThrownBy(() -> JpegFile.read(cut))
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Refusal.MALFORMED_IMAGE));
        }
        var png = TestPictures.png(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
        for (var length = 0; length < png.length; length++) {
            var cut = Arrays.copyOf(png, length);
            assertThatThrownBy(() -> PngFile.read(cut)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void mutatedFilesAreReadOrRefusedAndNothingElse() {
        var random = new Random(6);
        var jpeg = TestPictures.withExif(TestPictures.jpeg(16, 16), 3, false);
        var png = TestPictures.png(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
        for (var i = 0; i < 50_000; i++) {
            var bytes = (i % 2 == 0 ? jpeg : png).clone();
            for (var change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                var picture = i % 2 == 0 ? JpegFile.read(bytes) : PngFile.read(bytes);
                assertThat(picture.pixels()).isPositive();
            } catch (RefusedException e) {
                assertThat(e.reason()).isIn(Refusal.MALFORMED_IMAGE, Refusal.UNSUPPORTED_IMAGE);
            }
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
