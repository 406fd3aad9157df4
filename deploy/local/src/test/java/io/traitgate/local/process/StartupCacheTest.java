package io.traitgate.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartupCacheTest {
    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void writeProgram() throws Exception {
        program = Files.writeString(folder.resolve("program.jar"), "one");
    }

    @Test
    void theFirstStartRecordsAndTheNextUsesTheCache() throws Exception {
        // Given
        StartupCache first = cache(List.of("-Xmx1m"));
        String recording = first.options().getFirst();

        // When
        Files.writeString(fileOf(recording.replace(".recording", "")), "");

        // Then
        assertThat(recording).startsWith("-XX:AOTCacheOutput=");
        assertThat(cache(List.of("-Xmx1m")).options().getFirst()).startsWith("-XX:AOTCache=");
    }

    @Test
    void aProgramBuiltAnewRecordsAnewAndForgetsTheOldCache() throws Exception {
        // Given
        Path old = fileOf(cache(List.of()).options().getFirst().replace(".recording", ""));
        Files.writeString(old, "");

        // When
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_000));

        // Then
        assertThat(cache(List.of()).options().getFirst()).startsWith("-XX:AOTCacheOutput=");
        assertThat(old).doesNotExist();
    }

    @Test
    void otherOptionsNeedAnotherCache() {
        assertThat(cache(List.of("-Xmx1m")).options())
                .isNotEqualTo(cache(List.of("-Xmx2m")).options());
    }

    private StartupCache cache(List<String> options) {
        return new StartupCache(folder.resolve("caches"), "face", List.of(program), options);
    }

    private static Path fileOf(String option) {
        return Path.of(option.substring(option.indexOf('=') + 1));
    }
}
