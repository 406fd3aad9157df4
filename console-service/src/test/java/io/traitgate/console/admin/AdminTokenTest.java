package io.traitgate.console.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdminTokenTest {

    private static final String TOKEN = "a token for one test only";

    @TempDir
    Path directory;

    @Test
    void withoutToken_doesNotStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> token(Optional.empty(), Optional.empty()))
                .withMessageContaining("traitgate.admin.token-file")
                .withMessageContaining("TRAITGATE_ADMIN_TOKEN");
    }

    @Test
    void withEmptyFile_doesNotStart() throws IOException {
        Path file = Files.writeString(directory.resolve("empty"), " \n");
        assertThatIllegalStateException().isThrownBy(() -> token(Optional.of(file), Optional.empty()));
    }

    @Test
    void withMissingFile_doesNotStartAndNamesIt() {
        Path file = directory.resolve("missing");
        assertThatIllegalStateException()
                .isThrownBy(() -> token(Optional.of(file), Optional.of(TOKEN)))
                .withMessageContaining(file.toString());
    }

    @Test
    void guessableToken_doesNotStart_andIsNotTold() {
        assertThatIllegalStateException()
                .isThrownBy(() -> token(Optional.empty(), Optional.of("0123456789abcde")))
                .withMessageNotContaining("0123456789abcde");
    }

    @Test
    void file_isPreferred_andItsLineEndIgnored() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        AdminToken token = token(Optional.of(file), Optional.of("another token of good length"));
        assertThat(token.matches(TOKEN)).isTrue();
        assertThat(token.matches("another token of good length")).isFalse();
    }

    @Test
    void anyOtherText_doesNotMatch() {
        AdminToken token = token(Optional.empty(), Optional.of(TOKEN));
        assertThat(token.matches("")).isFalse();
        assertThat(token.matches(TOKEN.substring(1))).isFalse();
        assertThat(token.matches(TOKEN + "x")).isFalse();
        assertThat(token.matches(TOKEN.toUpperCase(Locale.ROOT))).isFalse();
    }

    private static AdminToken token(Optional<Path> file, Optional<String> text) {
        return new AdminToken(new AdminConfig() {
            @Override
            public Optional<Path> tokenFile() {
                return file;
            }

            @Override
            public Optional<String> token() {
                return text;
            }
        });
    }
}
