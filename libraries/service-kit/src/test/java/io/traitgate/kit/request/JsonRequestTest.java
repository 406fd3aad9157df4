package io.traitgate.kit.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.error.ErrorItem;
import java.nio.charset.Charset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRequestTest {
    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(parse("\uFEFF{\"session\":\"s\"}").requiredText("session")).isEqualTo("s");
    }

    @Test
    void invalidUtf8IsRefused() {
        assertRefused(
                () -> JsonRequest.parse(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'}),
                "Cannot decode request body",
                106);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String encoding) {
        byte[] body = "{\"session\":\"s\"}".getBytes(Charset.forName(encoding));

        assertRefused(() -> JsonRequest.parse(body), "Cannot decode request body", 106);
    }

    @Test
    void bytesThatLookLikeAnotherEncodingAreRefused() {
        byte[] malformed = {0, 0, 0, '{', (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

        assertRefused(() -> JsonRequest.parse(malformed), "Cannot decode request body", 106);
    }

    @Test
    @DisplayName("W-038 unknown fields are ignored")
    void unknownFieldsAreIgnored() {
        assertThat(parse("{\"x\":{\"y\":[1]},\"session\":\"s\"}").requiredText("session"))
                .isEqualTo("s");
    }

    @Test
    void nullMeansAbsentButIsMentioned() {
        JsonRequest request = parse("{\"system\":null}");

        assertThat(request.mentions("system")).isTrue();
        assertThat(request.text("system")).isEmpty();
        assertThat(request.mentions("device")).isFalse();
        assertRefused(() -> request.requiredText("system"), "Missing required parameter: system", 106);
    }

    @Test
    void aNumberCountsAsText() {
        assertThat(parse("{\"userId\":12345}").text("userId")).contains("12345");
        assertRefused(() -> parse("{\"userId\":true}").text("userId"), "Invalid parameter: userId", 106);
        assertRefused(() -> parse("{\"userId\":{}}").text("userId"), "Invalid parameter: userId", 106);
    }

    @Test
    void numbersComeInAnyForm() {
        for (String form : new String[] {"320", "320.0", "3.2e2", "\"320\"", "\" 320.0 \""}) {
            assertThat(parse("{\"n\":" + form + "}").number("n")).hasValue(320);
        }
        assertThat(parse("{\"n\":-0}").number("n")).hasValue(0);
        assertThat(parse("{\"n\":null}").number("n")).isEmpty();
        assertThat(parse("{}").number("n")).isEmpty();
        for (String form : new String[] {"\"x\"", "\"\"", "true", "[]", "1e999", "\"NaN\"", "\"Infinity\""}) {
            assertRefused(() -> parse("{\"n\":" + form + "}").number("n"), "Invalid parameter: n", 106);
        }
    }

    @Test
    @DisplayName("W-073 an array that is missing, null, empty or none is refused as asked")
    void anArrayHoldsElements() {
        assertThat(parse("{\"faces\":[\"a\",null,1]}").array("faces", ApiError.NO_FACES))
                .hasSize(3);
        for (String body : new String[] {"{}", "{\"faces\":null}", "{\"faces\":[]}", "{\"faces\":\"a\"}"}) {
            assertRefused(() -> parse(body).array("faces", ApiError.NO_FACES), "No faces present in request", 150);
        }
    }

    @Test
    @DisplayName("W-039 W-041 metadata is a text that is repeated as it came, or nothing")
    void metadataIsAText() {
        assertThat(parse("{\"metadata\":\"é \\/ b\"}").metadata()).isEqualTo("é / b");
        assertThat(parse("{\"metadata\":null}").metadata()).isNull();
        assertThat(parse("{\"metadata\":[{\"name\":\"a\"}]}").metadata()).isNull();
        assertThat(parse("{}").metadata()).isNull();
    }

    @Test
    void metadataIsLimitedTo64KiBOfUtf8() {
        String largest = "é".repeat(32 << 10);
        assertThat(parse("{\"metadata\":\"" + largest + "\"}").metadata()).isEqualTo(largest);
        assertRefused(
                () -> parse("{\"metadata\":\"" + largest + "a\"}").metadata(), "Invalid parameter: metadata", 106);
    }

    private static JsonRequest parse(String body) {
        return JsonRequest.parse(body.getBytes(UTF_8));
    }

    private static void assertRefused(ThrowingCallable reading, String text, int code) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(reading).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.errors()).containsExactly(new ErrorItem(text, code));
        });
    }
}
