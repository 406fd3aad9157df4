package io.traitgate.console.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.traitgate.console.admin.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApplicationNameTest {

    @ParameterizedTest
    @CsvSource({
        "demo, demo",
        "Demo, demo",
        "'  My Bank  ', my-bank",
        "Müller & Söhne, muller-sohne",
        "--a__b--, a-b",
        "'İstanbul 2', istanbul-2",
        "a12345678901234567890123456789012345678901234567890123456789012-x,"
                + " a12345678901234567890123456789012345678901234567890123456789012",
    })
    void id_isMadeOfTheName(String name, String id) {
        assertThat(ApplicationName.of(name).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "---", "日本", "a\nb", "a\u0000b"})
    void nameWithoutUsableId_isRefused(@Nullable String name) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ApplicationName.of(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 5000})
    void tooLongName_isRefused(int length) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ApplicationName.of("a".repeat(length)));
    }
}
