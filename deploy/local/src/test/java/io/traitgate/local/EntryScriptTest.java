package io.traitgate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EntryScriptTest {
    private static final Path ROOT = Path.of(System.getProperty("traitgate.root"));

    @TempDir
    Path folder;

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        // Given
        Path script = copy(Files.readString(ROOT.resolve("traitgate")).replaceFirst("wanted=25", "wanted=999"));

        // When
        Outcome outcome = run(script, "/usr/bin:/bin", "up");

        // Then
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("TraitGate needs a JDK 999").contains("brew install openjdk@999");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        // Given
        Path script = copy(Files.readString(ROOT.resolve("traitgate")));
        Path tools = Files.createDirectory(folder.resolve("bin"));
        for (String tool : List.of("bash", "dirname", "sed", "find", "head", "cut", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), executable(tool));
        }

        // When
        Outcome outcome = run(script, tools.toString(), "up");

        // Then
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("no mvn on the PATH").contains("apt install maven");
    }

    private Path copy(String content) throws IOException {
        Path script = Files.writeString(folder.resolve("traitgate"), content);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private static Path executable(String tool) {
        return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Outcome run(Path script, String path, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(script.toString()), List.of(arguments).stream())
                        .toList());
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path output = folder.resolve("output");
        int exitCode = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Outcome(exitCode, Files.readString(output));
    }

    private record Outcome(int exitCode, String output) {}
}
