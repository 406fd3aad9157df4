package io.traitgate.inference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelSourceTest {
    private static final String SHA_256 = "ab".repeat(32);

    @Test
    void readsPathsFileAddressesAndHttpsAddresses() {
        assertThat(ModelSource.parse("/models/a.onnx", null))
                .isEqualTo(new ModelSource.LocalFile(Path.of("/models/a.onnx"), null));
        assertThat(ModelSource.parse("file:/models/a.onnx", SHA_256))
                .isEqualTo(new ModelSource.LocalFile(Path.of("/models/a.onnx"), SHA_256));
        assertThat(ModelSource.parse("https://example.com/a.onnx", SHA_256.toUpperCase(Locale.ROOT)))
                .isEqualTo(new ModelSource.Download(URI.create("https://example.com/a.onnx"), SHA_256));
    }

    @Test
    void refusesPlainHttp() {
        assertThatThrownBy(() -> ModelSource.parse("http://example.com/a.onnx", SHA_256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HTTPS");
    }

    @Test
    void refusesToFetchWithoutAChecksum() {
        assertThatThrownBy(() -> ModelSource.parse("https://example.com/a.onnx", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void refusesAMalformedChecksum() {
        assertThatThrownBy(() -> ModelSource.parse("/models/a.onnx", "abc"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
