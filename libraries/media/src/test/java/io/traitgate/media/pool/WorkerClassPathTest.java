package io.traitgate.media.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkerClassPathTest {
    private static final String RESOURCE = "a/B.class";

    @ParameterizedTest
    @CsvSource({
        "file:/build/classes/a/B.class, /build/classes",
        "jar:file:/app/lib/main/x-1.0.jar!/a/B.class, /app/lib/main/x-1.0.jar",
        "jar:file:///app/lib/main/x-1.0.jar!/a/B.class, /app/lib/main/x-1.0.jar",
        "jar:file:/with%20space/x.jar!/a/B.class, /with space/x.jar"
    })
    void tellsTheFileOfAResource(URI url, Path expected) throws IOException {
        assertThat(WorkerClassPath.container(url.toURL(), RESOURCE)).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> WorkerClassPath.container(
                        URI.create("http://host/a/B.class").toURL(), RESOURCE))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WorkerClassPath.container(
                        URI.create("file:/other/C.class").toURL(), RESOURCE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void holdsThisLibraryAndTheNativePartsAndNothingElse() throws IOException {
        var files = Arrays.stream(WorkerClassPath.find().split(File.pathSeparator, -1))
                .map(Path::of);
        assertThat(files).hasSize(5).allMatch(Files::exists);
    }
}
