package io.traitgate.contract.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureValueTest {

    private static final byte[] BYTES =
            HexFormat.of().parseHex("fbefbefbefbefbefffffffffff3e0000000000000000000000000000000000ff");

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s", "%s\n", "\t%s \r\n"})
    @DisplayName("W-017 white space around the value does not matter")
    void whiteSpaceAroundTheValueDoesNotMatter(String form) {
        String header = form.formatted(Base64.getEncoder().encodeToString(BYTES));

        assertThat(SignatureValue.parse(header).orElseThrow().matches(BYTES)).isTrue();
    }

    @Test
    void eitherAlphabetIsRead() {
        assertThat(Base64.getEncoder().encodeToString(BYTES)).contains("+", "/");
        assertThat(SignatureValue.parse(Base64.getUrlEncoder().encodeToString(BYTES))
                        .orElseThrow()
                        .matches(BYTES))
                .isTrue();
    }

    @Test
    @DisplayName("W-016 missing padding is accepted")
    void missingPaddingIsAccepted() {
        assertThat(SignatureValue.parse(Base64.getEncoder().withoutPadding().encodeToString(BYTES))
                        .orElseThrow()
                        .matches(BYTES))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 64})
    void otherLengthsAreNoSignature(int length) {
        assertThat(SignatureValue.parse(Base64.getEncoder().encodeToString(new byte[length])))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "=", "AAAA BBBB", "é", "AcAW/fMk6JBebBpqmZC9QAtUwx9OHTSgerMc3KPreRc=="})
    void otherTextIsNoSignature(String text) {
        assertThat(SignatureValue.parse(text)).isEmpty();
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(SharedSecret.of("hunter2")).hasToString("SharedSecret[]");
    }
}
