package io.traitgate.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.error.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaceMediaTest {
    private static final MediaLimits LIMITS = MediaLimits.defaults();
    private static final FaceMedia FACES = new FaceMedia(LIMITS, true);
    private static final byte[] JPEG = HexFormat.of().parseHex("FFD8FFE000104A46494600");
    private static final byte[] PNG = HexFormat.of().parseHex("89504E470D0A1A0A0000000D49484452");
    private static final byte[] WEBM = HexFormat.of().parseHex("1A45DFA39F4286");

    @Test
    void admitsTheImagesAndVideosOfTheContract() {
        assertThat(FACES.admit(JPEG).type()).isEqualTo(MediaType.JPEG);
        assertThat(FACES.admit(PNG).isVideo()).isFalse();
        assertThat(FACES.admit(WEBM).isVideo()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("W-079 GIF, BMP, WebP, TIFF and other images are 422 with code 20")
    @CsvSource({
        "474946383961",
        "424D46000000000000003600000028000000010000000100000001001800",
        "5249464600000000574542505650",
        "49492A0008000000",
        "000000186674797068656963",
        "3C73766720786D6C6E733D22",
    })
    void refusesOtherImages(String hex) {
        assertRefused(FACES, HexFormat.of().parseHex(hex), ApiError.UNSUPPORTED_IMAGE_TYPE);
    }

    @Test
    @DisplayName("W-079 PNG is 422 with code 20 when it is switched off")
    void refusesPngWhenSwitchedOff() {
        assertRefused(new FaceMedia(LIMITS, false), PNG, ApiError.UNSUPPORTED_IMAGE_TYPE);
    }

    @ParameterizedTest
    @DisplayName("W-089 an audio file in faces is 422 with code 18")
    @CsvSource({
        "524946460000000057415645",
        "6361666600010000",
        "4F6767530002",
        "49443304000000000000",
        "00000018667479704D344120"
    })
    void refusesSounds(String hex) {
        assertRefused(FACES, HexFormat.of().parseHex(hex), ApiError.NO_VIDEO);
    }

    @ParameterizedTest
    @CsvSource({
        "'plain text', UNSUPPORTED_MIME_TYPE",
        "%PDF-1.7, UNSUPPORTED_MIME_TYPE",
        "'', NO_IMAGE_DATA",
        "' ', NO_IMAGE_DATA",
        "'\u0001\u0002\u0003', UNSUPPORTED_FILE_TYPE"
    })
    void saysWhatElseIsWrong(String content, ApiError expected) {
        assertRefused(FACES, content.getBytes(StandardCharsets.ISO_8859_1), expected);
    }

    @Test
    void refusesAFileOfSeveralTypes() {
        var both = Arrays.copyOf(JPEG, 30);
        System.arraycopy("%PDF-1".getBytes(StandardCharsets.ISO_8859_1), 0, both, 20, 6);
        assertRefused(FACES, both, ApiError.MULTIPLE_FILE_TYPES);
    }

    @Test
    @DisplayName("W-080 an image over 512,000 bytes is 422 with code 14")
    void refusesLargeImages() {
        assertThat(FACES.admit(Arrays.copyOf(JPEG, 512_000)).bytes()).hasSize(512_000);
        assertRefused(FACES, Arrays.copyOf(JPEG, 512_001), ApiError.ITEM_TOO_BIG);
    }

    @Test
    void videosMayBeLarger() {
        assertThat(FACES.admit(Arrays.copyOf(WEBM, 1_500_000)).bytes()).hasSize(1_500_000);
        assertRefused(FACES, Arrays.copyOf(WEBM, 1_500_001), ApiError.ITEM_TOO_BIG);
    }

    @Test
    void anItemSaysNothingOfItsBytes() {
        assertThat(FACES.admit(JPEG)).hasToString("MediaItem[JPEG, 11 bytes]");
    }

    private static void assertRefused(FaceMedia faces, byte[] bytes, ApiError expected) {
        assertThatThrownBy(() -> faces.admit(bytes))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isEqualTo(expected));
    }
}
