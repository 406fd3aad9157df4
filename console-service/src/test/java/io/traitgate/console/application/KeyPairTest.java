package io.traitgate.console.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.traitgate.console.admin.ProblemException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPairTest {

    @Test
    @DisplayName("W-126 a generated key is a lower-case UUID, its secret 64 hexadecimal characters")
    void generatedPair_hasTheFormOfThePublicInstaller() {
        KeyPair pair = new KeyPairGenerator().next();
        assertThat(pair.apiKey()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(pair.secret()).matches("[0-9a-f]{64}");
    }

    @Test
    void generatedPairs_differ() {
        KeyPairGenerator generator = new KeyPairGenerator();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            KeyPair pair = generator.next();
            seen.add(pair.apiKey());
            seen.add(pair.secret());
        }
        assertThat(seen).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "secret", "Zoë 日本 😀", " leading and trailing "})
    void anyTextIsASecret(String secret) {
        assertThat(KeyPair.imported("test", secret).secret()).isEqualTo(secret);
    }

    @Test
    void secret_isLimitedInBytes() {
        assertThat(KeyPair.imported("k", "é".repeat(512)).secret()).hasSize(512);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> KeyPair.imported("k", "é".repeat(513)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\uD800"})
    void noText_isNoSecret(@Nullable String secret) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> KeyPair.imported("k", secret));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "with space", "tab\t", "zoë", "line\n", "\u007f"})
    void whatCannotTravelInAHeader_isNoKey(@Nullable String apiKey) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> KeyPair.imported(apiKey, "secret"));
    }

    @Test
    void key_isLimitedInLength() {
        assertThat(KeyPair.imported("k".repeat(128), "s").apiKey()).hasSize(128);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> KeyPair.imported("k".repeat(129), "s"));
    }

    @Test
    void printing_showsNoSecret() {
        assertThat(new KeyPair("key", "very secret")).asString().doesNotContain("secret");
    }
}
