package io.traitgate.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StalenessTest {
    private static final String FACE = "face-service";

    @TempDir
    Path root;

    @BeforeEach
    void writeProject() throws IOException {
        write("pom.xml", "<module>libraries/keys</module><module>libraries/kit</module><module>face-service</module>");
        write("libraries/keys/pom.xml", pom("traitgate-keys"));
        write("libraries/kit/pom.xml", pom("traitgate-kit"));
        write(
                FACE + "/pom.xml",
                pom(
                        "face-service",
                        dependency("traitgate-keys", ""),
                        dependency("traitgate-kit", "<scope>test</scope>")));
        write("libraries/keys/src/main/java/Key.java", "");
        write("libraries/kit/src/main/java/Kit.java", "");
        write(FACE + "/src/main/java/Face.java", "");
        write(FACE + "/target/quarkus-app/quarkus-run.jar", "");
        touchAll(1_000);
        touch(FACE + "/target/quarkus-app/quarkus-run.jar", 2_000);
    }

    @Test
    void aProductNewerThanAllItsSourcesIsFresh() throws Exception {
        assertThat(isStale()).isFalse();
    }

    @Test
    void aChangedSourceMakesItStale() throws Exception {
        touch(FACE + "/src/main/java/Face.java", 3_000);

        assertThat(isStale()).isTrue();
    }

    @Test
    void aChangedSourceOfANeededModuleMakesItStale() throws Exception {
        touch("libraries/keys/src/main/java/Key.java", 3_000);

        assertThat(isStale()).isTrue();
    }

    @Test
    void aModuleNeededForTestsOnlyDoesNotMatter() throws Exception {
        touch("libraries/kit/src/main/java/Kit.java", 3_000);

        assertThat(isStale()).isFalse();
    }

    @Test
    void aDeletedSourceMakesItStale() throws Exception {
        Files.delete(root.resolve(FACE + "/src/main/java/Face.java"));

        assertThat(isStale()).isTrue();
    }

    @Test
    void aMissingProductIsStale() throws Exception {
        Files.delete(root.resolve(FACE + "/target/quarkus-app/quarkus-run.jar"));

        assertThat(isStale()).isTrue();
    }

    @Test
    void aBuildThatLeftTheProductAloneCountsFromItsBeginning() throws Exception {
        // Given
        touch(FACE + "/src/main/java/Face.java", 3_000);

        // When
        new Staleness(root, ModuleGraph.read(root)).markBuilt(List.of(FACE), 4_000);

        // Then
        assertThat(isStale()).isFalse();
    }

    @Test
    void aSourceChangedDuringTheBuildIsStaleAfterwards() throws Exception {
        // Given
        touch(FACE + "/src/main/java/Face.java", 5_000);

        // When
        new Staleness(root, ModuleGraph.read(root)).markBuilt(List.of(FACE), 4_000);

        // Then
        assertThat(isStale()).isTrue();
    }

    private boolean isStale() throws IOException {
        return new Staleness(root, ModuleGraph.read(root)).isStale(FACE);
    }

    private static String pom(String name, String... dependencies) {
        return "<parent><artifactId>traitgate</artifactId></parent><artifactId>" + name + "</artifactId>"
                + String.join("", dependencies);
    }

    private static String dependency(String name, String scope) {
        return "<dependency><groupId>io.traitgate</groupId><artifactId>" + name + "</artifactId>" + scope
                + "</dependency>";
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, content);
    }

    private void touch(String path, long millis) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.fromMillis(millis));
    }

    private void touchAll(long millis) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(millis));
            }
        }
    }
}
