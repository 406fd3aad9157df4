package io.traitgate.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traitgate.contract.error.ApiError;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Base64MediaTest {
    private static final int LIMIT = 1_000;
    private static final byte[] BYTES = {(byte) 0xFB, (byte) 0xEF, (byte) 0xBE, (byte) 0xFF, 1};

    @ParameterizedTest
    @DisplayName("W-075 standard and URL-safe alphabet, missing padding, white space and a data prefix are read alike")
    @ValueSource(
            strings = {
                "++++/wE=",
                "----_wE=",
                "++++/wE",
                "----_wE",
                "++++\r\n/wE=\r\n",
                " + + + +\t/ w E = ",
                "data:image/jpeg;base64,++++/wE=",
                "DATA:image/jpeg;BASE64,----_wE",
                "data:image/jpeg;charset=utf-8;base64,++++/wE=",
                "\n data:;base64, ++++/wE="
            })
    void readsWhatClientsSend(String text) {
        assertThat(Base64Media.decode(text, LIMIT)).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @DisplayName("W-074 base64 that cannot be read is 400 with code 105")
    @ValueSource(
            strings = {
                "A",
                "AAAAA",
                "AA=A",
                "AA=",
                "AAA==",
                "AAAA=",
                "AAAA====",
                "====",
                "AA*A",
                "AA\u00E4A",
                "AA\u0141A",
                "AA\0A",
                "+-AA",
                "data:image/jpeg,AAAA",
                "data:image/jpeg;base64",
                "data:base64,AAAA",
                "data:image/jpeg;base64;x,AAAA",
                "AAAAdata:image/jpeg;base64,AAAA"
            })
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> Base64Media.decode(text, LIMIT)).isInstanceOfSatisfying(MediaException.class, e -> {
            assertThat(e.error()).isEqualTo(ApiError.INVALID_BASE64);
            assertThat(e.toApiException().status()).isEqualTo(400);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n", "data:image/png;base64,"})
    void nothingDecodesToNothing(String text) {
        assertThat(Base64Media.decode(text, LIMIT)).isEmpty();
    }

    @Test
    void judgesTheSizeOfTheContentNotOfTheText() {
        // Given
        var exact = Base64.getMimeEncoder().encodeToString(new byte[LIMIT]);
        var larger = Base64.getEncoder().encodeToString(new byte[LIMIT + 1]);

        // When, Then
        assertThat(exact.length()).isGreaterThan(larger.length());
        assertThat(Base64Media.decode(exact, LIMIT)).hasSize(LIMIT);
        assertThatThrownBy(() -> Base64Media.decode(larger, LIMIT))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isEqualTo(ApiError.ITEM_TOO_BIG));
    }

    @Test
    void agreesWithTheJdkOnRandomBytes() {
        var random = new Random(1);
        for (var size = 0; size < 300; size++) {
            var bytes = new byte[size];
            random.nextBytes(bytes);
            assertThat(Base64Media.decode(Base64.getEncoder().encodeToString(bytes), LIMIT))
                    .isEqualTo(bytes);
            assertThat(Base64Media.decode(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), LIMIT))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void randomTextsOnlyEverFailAsMedia() {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(12), 0, 300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .insert(0, random.nextBoolean() ? "data:" : "");
            try {
                assertThat(Base64Media.decode(text.toString(), LIMIT)).hasSizeLessThan(12);
            } catch (MediaException e) {
                assertThat(e.error()).isEqualTo(ApiError.INVALID_BASE64);
            }
        }
    }
}
