package io.traitgate.inference.model;

import java.util.Map;

/** The values that a network gave for one batch. */
public final class ModelOutputs {
    private final Map<String, float[]> values;

    ModelOutputs(Map<String, float[]> values) {
        this.values = values;
    }

    /**
     * All values of an output, in its order.
     *
     * @throws IllegalArgumentException when the model's definition does not name that output
     */
    public float[] get(String output) {
        var found = values.get(output);
        if (found == null) {
            throw new IllegalArgumentException("The model's definition names no output " + output);
        }
        return found;
    }
}
