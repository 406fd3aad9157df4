package io.traitgate.inference.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of a model.
 *
 * @param role what it is used for; a setting that replaces the file names it by this, for example {@code face-detector}
 * @param name short name, the first part of the version
 * @param source where the file comes from
 * @param input the input recipe
 * @param outputs names of the outputs that are read
 * @param licence of the weights, as their package states it
 * @param calibration class path resource or file of the map from similarity to score, null where there is none
 */
public record ModelDefinition(
        String role,
        String name,
        ModelSource source,
        InputRecipe input,
        List<String> outputs,
        String licence,
        @Nullable String calibration) {

    public ModelDefinition {
        outputs = List.copyOf(outputs);
    }

    /** The same role and recipe served by another file. */
    public ModelDefinition from(ModelSource other) {
        return new ModelDefinition(role, name, other, input, outputs, licence, calibration);
    }
}
