package io.traitgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysetGeneratorTest {
    @TempDir
    Path directory;

    @Test
    void makesAKeysetForEveryServiceAndTheBundle() {
        List<Path> made = KeysetGenerator.generate(directory);

        assertThat(made.stream().map(file -> directory.relativize(file).toString()))
                .containsExactlyInAnyOrder(
                        "gateway/signing.json",
                        "gateway/decryption.json",
                        "console/master.json",
                        "console/decryption.json",
                        "console/person.json",
                        "console/signing.json",
                        "session/master.json",
                        "session/session.json",
                        "session/person.json",
                        "face/master.json",
                        "face/session.json",
                        "face/person.json",
                        "voice/master.json",
                        "voice/session.json",
                        "voice/person.json",
                        "behaviour/master.json",
                        "behaviour/session.json",
                        "anomaly/master.json",
                        "anomaly/session.json",
                        "anomaly/decryption.json",
                        "bundle/gateway-verification.json",
                        "bundle/console-verification.json",
                        "bundle/gateway-encryption.json",
                        "bundle/console-encryption.json",
                        "bundle/anomaly-encryption.json");
        assertThat(made).allMatch(Files::isRegularFile);
    }

    @Test
    void onlyTheOwnerReadsTheFilesAndEntersTheDirectories() throws IOException {
        KeysetGenerator.generate(directory);

        try (Stream<Path> all = Files.walk(directory).filter(path -> !path.equals(directory))) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void neverWritesOverAFile() throws IOException {
        KeysetGenerator.generate(directory);
        Map<Path, String> before = contents();

        assertThat(KeysetGenerator.generate(directory)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void givesANewServiceACopyOfTheSharedKeysets() throws IOException {
        KeysetGenerator.generate(directory);
        String session = Files.readString(directory.resolve("session/session.json"));
        Files.delete(directory.resolve("voice/session.json"));

        assertThat(KeysetGenerator.generate(directory)).containsExactly(directory.resolve("voice/session.json"));
        assertThat(Files.readString(directory.resolve("voice/session.json"))).isEqualTo(session);
    }

    @Test
    void givesAnOlderInstallationTheKeyTheConsoleSignsWith() throws IOException {
        KeysetGenerator.generate(directory);
        Files.delete(directory.resolve("console/signing.json"));
        Files.delete(directory.resolve("bundle/console-verification.json"));
        Map<Path, String> before = contents();

        assertThat(KeysetGenerator.generate(directory))
                .containsExactly(
                        directory.resolve("console/signing.json"),
                        directory.resolve("bundle/console-verification.json"));
        assertThat(contents()).containsAllEntriesOf(before);
    }

    @Test
    void publishesAgainThePublicHalfThatIsMissing() throws IOException {
        KeysetGenerator.generate(directory);
        Path encryption = directory.resolve("bundle/console-encryption.json");
        Files.delete(encryption);

        KeysetGenerator.generate(directory);

        byte[] sealed = keys("face").sealerTo(Receiver.CONSOLE).seal(new byte[] {1}, "a");
        assertThat(keys("console").unsealer().open(sealed, "a")).containsExactly(1);
        assertThat(Files.readString(encryption)).doesNotContain("ASYMMETRIC_PRIVATE");
    }

    @Test
    void takesUpAMakingThatBrokeOff() throws IOException {
        Path inTheWay = Files.createFile(directory.resolve("gateway"));
        assertThatExceptionOfType(KeysException.class).isThrownBy(() -> KeysetGenerator.generate(directory));
        Files.delete(inTheWay);

        KeysetGenerator.generate(directory);

        byte[] sealed = keys("face").sealerTo(Receiver.CONSOLE).seal(new byte[] {1}, "a");
        assertThat(keys("console").unsealer().open(sealed, "a")).containsExactly(1);
    }

    @Test
    void refusesToReplaceALostPrivateKeyWhosePublicHalfIsInUse() throws IOException {
        KeysetGenerator.generate(directory);
        Files.delete(directory.resolve("gateway/signing.json"));
        Files.delete(directory.resolve("face/master.json"));

        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> KeysetGenerator.generate(directory))
                .withMessageContaining("gateway/signing.json")
                .withMessageContaining("is lost");
        assertThat(directory.resolve("face/master.json")).doesNotExist();
    }

    @Test
    void refusesSharedKeysetsThatDiffer(@TempDir Path other) throws IOException {
        KeysetGenerator.generate(directory);
        KeysetGenerator.generate(other);
        Files.writeString(directory.resolve("face/person.json"), Files.readString(other.resolve("face/person.json")));

        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> KeysetGenerator.generate(directory))
                .withMessageContaining("person.json")
                .withMessageContaining("differ");
    }

    private ServiceKeys keys(String service) {
        return ServiceKeys.load(directory.resolve(service), directory.resolve("bundle"));
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }
}
