package io.traitgate.inference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {
    private static final byte[] NETWORK = TinyNetwork.file("image", "flat");
    private static final String SHA_256 = ModelFiles.sha256(NETWORK);
    private static final String OTHER = "0".repeat(64);
    private static final URI ADDRESS = URI.create("https://models.example/tiny.onnx");
    private static final ModelFetcher NOBODY = uri -> {
        throw new IOException("no network in this test");
    };

    @TempDir
    private Path folder;

    private Path file;
    private Path cache;

    @BeforeEach
    void writeNetwork() throws IOException {
        file = folder.resolve("tiny.onnx");
        cache = folder.resolve("cache");
        Files.write(file, NETWORK);
    }

    @Test
    void runsTheModelOfARole() {
        try (var catalogue = open(new ModelSource.LocalFile(file, SHA_256), NOBODY)) {
            var model = catalogue.model("test-role");
            var pictures = new float[24];
            pictures[13] = 5;

            assertThat(model.run(pictures, 2).get("flat")).isEqualTo(pictures);
            assertThat(model.version()).isEqualTo("tiny-" + SHA_256.substring(0, 12));
            assertThat(catalogue.versions()).isEqualTo(Map.of("test-role", model.version()));
        }
    }

    @Test
    void givesTheSameForOnePictureAfterAnother() {
        try (var catalogue = open(new ModelSource.LocalFile(file, null), NOBODY)) {
            var model = catalogue.model("test-role");
            for (var value = 1; value <= 3; value++) {
                var picture = new float[12];
                picture[0] = value;
                assertThat(model.run(picture, 1).get("flat")).isEqualTo(picture);
            }
        }
    }

    @Test
    void refusesInputOfAnotherSize() {
        try (var catalogue = open(new ModelSource.LocalFile(file, null), NOBODY)) {
            var model = catalogue.model("test-role");
            assertThatThrownBy(() -> model.run(new float[11], 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesAFileWithAnotherChecksum() {
        assertThatThrownBy(() -> open(new ModelSource.LocalFile(file, OTHER), NOBODY))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("test-role")
                .hasMessageContaining(SHA_256);
    }

    @Test
    void refusesANetworkWithoutTheOutputsOfItsRole() throws IOException {
        Files.write(file, TinyNetwork.file("image", "other"));

        assertThatThrownBy(() -> open(new ModelSource.LocalFile(file, null), NOBODY))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("other");
    }

    @Test
    void refusesAFileThatIsNoNetwork() throws IOException {
        Files.writeString(file, "no network");

        assertThatThrownBy(() -> open(new ModelSource.LocalFile(file, null), NOBODY))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("test-role");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> open(new ModelSource.BuiltIn("nowhere.onnx", null), NOBODY))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("nowhere.onnx");
    }

    @Test
    void usesTheReplacementOfARole() {
        var replacements = Map.<String, ModelSource>of("test-role", new ModelSource.LocalFile(file, SHA_256));

        try (var catalogue = ModelCatalogue.open(
                List.of(definition(new ModelSource.BuiltIn("nowhere", null))), replacements, cache)) {
            assertThat(catalogue.model("test-role").version()).startsWith("tiny-");
        }
    }

    @Test
    void refusesAReplacementOfAnUnknownRole() {
        var definition = definition(new ModelSource.LocalFile(file, null));
        var replacements = Map.<String, ModelSource>of("face-detektor", new ModelSource.LocalFile(file, null));

        assertThatThrownBy(() -> ModelCatalogue.open(List.of(definition), replacements, cache))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("face-detektor");
    }

    @Test
    void fetchesOnceAndKeeps() {
        var fetched = new AtomicInteger();
        ModelFetcher fetcher = uri -> {
            assertThat(uri).isEqualTo(ADDRESS);
            fetched.incrementAndGet();
            return NETWORK;
        };
        var source = new ModelSource.Download(ADDRESS, SHA_256);

        open(source, fetcher).close();
        open(source, fetcher).close();

        assertThat(fetched).hasValue(1);
    }

    @Test
    void neverKeepsWhatHasAnotherChecksum() {
        var source = new ModelSource.Download(ADDRESS, OTHER);

        assertThatThrownBy(() -> open(source, uri -> NETWORK)).isInstanceOf(ModelUnavailableException.class);

        assertThat(cache).doesNotExist();
    }

    @Test
    void neverUsesAKeptFileThatWasAltered() throws IOException {
        var source = new ModelSource.Download(ADDRESS, SHA_256);
        open(source, uri -> NETWORK).close();
        Files.writeString(cache.resolve(SHA_256 + ".onnx"), "altered");

        assertThatThrownBy(() -> open(source, NOBODY)).isInstanceOf(ModelUnavailableException.class);
    }

    private ModelCatalogue open(ModelSource source, ModelFetcher fetcher) {
        return ModelCatalogue.open(List.of(definition(source)), Map.of(), cache, fetcher);
    }

    private static ModelDefinition definition(ModelSource source) {
        return new ModelDefinition(
                "test-role", "tiny", source, new InputRecipe("image", 2, 0, 1), List.of("flat"), "none", null);
    }
}
