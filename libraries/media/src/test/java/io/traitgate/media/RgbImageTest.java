package io.traitgate.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RgbImageTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "1, 0, 0", "-1, -1, 3", "2, 2, 11", "2, 2, 13", "65536, 65536, 0", "715827883, 2, 2"})
    void refusesSizesThatDoNotAgree(int width, int height, int bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RgbImage(width, height, new byte[bytes]));
    }

    @Test
    void readsPixelsWithinItsBounds() {
        // Given
        var image = new RgbImage(2, 1, new byte[] {1, 2, 3, (byte) 0xFF, (byte) 0xFE, (byte) 0xFD});

        // When, Then
        assertThat(image.pixel(0, 0)).isEqualTo(0x010203);
        assertThat(image.pixel(1, 0)).isEqualTo(0xFFFEFD);
        assertThatThrownBy(() -> image.pixel(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.pixel(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void saysNothingOfItsPixels() {
        assertThat(new RgbImage(1, 1, new byte[] {7, 7, 7})).hasToString("RgbImage[1 x 1]");
    }
}
