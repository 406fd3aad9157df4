package io.traitgate.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.client.Credentials;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFileTest {
    private static final Credentials CREDENTIALS =
            new Credentials(URI.create("http://localhost:8080"), "key", "secret");

    @TempDir
    Path folder;

    @Test
    void credentialsHaveTheFieldsThatUsersReadAndAreReadableToTheOwnerOnly() throws Exception {
        // Given
        Path file = folder.resolve("credentials.json");

        // When
        new PrivateFile<>(file, Credentials.class).write(CREDENTIALS);

        // Then
        assertThat(new ObjectMapper().readValue(file.toFile(), Map.class))
                .isEqualTo(Map.of("url", "http://localhost:8080", "apiKey", "key", "secret", "secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new PrivateFile<>(file, Credentials.class).read()).contains(CREDENTIALS);
    }

    @Test
    void aBrokenFileIsReportedWithoutWhatItHolds() throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("credentials.json"), "{\"secret\": \"abc\" oops");

        // When, Then
        assertThatThrownBy(() -> new PrivateFile<>(file, Credentials.class).read())
                .hasMessageContaining("credentials.json")
                .hasMessageContaining("remove it")
                .message()
                .doesNotContain("abc");
    }

    @Test
    void aMissingFileIsNoFailure() {
        assertThat(new PrivateFile<>(folder.resolve("none"), Credentials.class).read())
                .isEmpty();
    }
}
