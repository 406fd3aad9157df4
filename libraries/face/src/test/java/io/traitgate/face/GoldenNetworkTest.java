package io.traitgate.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.inference.model.InputRecipe;
import io.traitgate.inference.model.ModelCatalogue;
import io.traitgate.inference.model.ModelDefinition;
import io.traitgate.inference.model.ModelSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped network has the stated checksum and recipe and gives the reference's outputs for a made-up input. */
class GoldenNetworkTest {
    @TempDir
    private Path cache;

    static Stream<ModelDefinition> networks() {
        return Stream.of(
                FaceModels.DETECTOR,
                FaceModels.MESH,
                EmbedderChoice.MOBILEFACENET.definition(),
                EmbedderChoice.DLIB.definition());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void givesTheReferencesOutputs(ModelDefinition definition) {
        var golden = Golden.read(definition.name());
        var recipe = golden.get("input");
        assertThat(definition.source())
                .isInstanceOfSatisfying(
                        ModelSource.BuiltIn.class,
                        source -> assertThat(source.sha256())
                                .isEqualTo(golden.get("sha256").asText()));
        assertThat(definition.input())
                .isEqualTo(new InputRecipe(
                        "image",
                        recipe.get("side").asInt(),
                        (float) recipe.get("offset").asDouble(),
                        1 / (float) recipe.get("divisor").asDouble()));

        try (var catalogue = ModelCatalogue.open(List.of(definition), Map.of(), cache)) {
            var outputs = catalogue.model(definition.role()).run(pattern(definition.input()), 1);

            golden.get("outputs").properties().forEach(output -> {
                var values = outputs.get(output.getKey());
                var expected = Golden.floats(output.getValue().get("values"));
                var indices = output.getValue().get("indices");
                var largest = 0f;
                for (var value : expected) {
                    largest = Math.max(largest, Math.abs(value));
                }
                for (var i = 0; i < expected.length; i++) {
                    assertThat(values[indices.get(i).asInt()]).isCloseTo(expected[i], within(1e-3f * largest));
                }
            });
        }
    }

    private static float[] pattern(InputRecipe recipe) {
        var input = new float[recipe.values()];
        for (var i = 0; i < input.length; i++) {
            input[i] = (int) ((long) i * 7919 % 256);
        }
        recipe.apply(input);
        return input;
    }
}
