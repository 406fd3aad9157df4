package io.traitgate.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OrientationTest {
    // Stored: A B C
    //         D E F
    @ParameterizedTest
    @CsvSource({
        "1, ABC DEF",
        "2, CBA FED",
        "3, FED CBA",
        "4, DEF ABC",
        "5, AD BE CF",
        "6, DA EB FC",
        "7, FC EB DA",
        "8, CF BE AD",
        "0, ABC DEF",
        "9, ABC DEF"
    })
    void turnsAsTheExifStandardDraws(int value, String shown) {
        assertThat(letters(Orientation.ofExif(value).apply(picture("ABC DEF")))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, UPRIGHT",
        "0, 1, -1, 0, TURNED_90",
        "-1, 0, 0, -1, TURNED_180",
        "0, -1, 1, 0, TURNED_270",
        "-1, 0, 0, 1, MIRRORED",
        "0, 1, 1, 0, TRANSPOSED",
        "0, 0, 0, 0, UPRIGHT"
    })
    void readsDisplayMatrices(int a, int b, int c, int d, Orientation expected) {
        assertThat(Orientation.ofMatrix((long) a << 16, (long) b << 16, (long) c << 16, (long) d << 16))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void everyOrientationIsUndoneByOneOfThem(Orientation orientation) {
        var turned = orientation.apply(picture("ABC DEF"));
        assertThat(Arrays.stream(Orientation.values())
                        .filter(back -> letters(back.apply(turned)).equals("ABC DEF")))
                .hasSize(1);
    }

    @Test
    void anUprightPictureIsNotCopied() {
        var image = picture("ABC DEF");
        assertThat(Orientation.UPRIGHT.apply(image)).isSameAs(image);
    }

    private static RgbImage picture(String rows) {
        var lines = rows.split(" ", -1);
        var rgb = new byte[lines[0].length() * lines.length * 3];
        var letters = rows.replace(" ", "");
        for (var i = 0; i < letters.length(); i++) {
            Arrays.fill(rgb, i * 3, i * 3 + 3, (byte) letters.charAt(i));
        }
        return new RgbImage(lines[0].length(), lines.length, rgb);
    }

    private static String letters(RgbImage image) {
        var text = new StringBuilder();
        for (var y = 0; y < image.height(); y++) {
            for (var x = 0; x < image.width(); x++) {
                text.append((char) (image.pixel(x, y) & 0xFF));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }
}
