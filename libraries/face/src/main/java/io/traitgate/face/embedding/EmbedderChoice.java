package io.traitgate.face.embedding;

import io.traitgate.face.score.Similarity;
import io.traitgate.inference.model.InputRecipe;
import io.traitgate.inference.model.ModelDefinition;
import io.traitgate.inference.model.ModelSource;
import java.util.List;
import java.util.Locale;

/** The embedders that are shipped; one setting chooses between them. */
public enum EmbedderChoice {
    /** 192 values, cosine: the more accurate one, and the default. */
    MOBILEFACENET(
            Similarity.COSINE,
            Alignment.ARCFACE,
            new InputRecipe("image", 112, 127.5f, 1 / 128f),
            "mobilefacenet",
            "59135569599bbbcbf4da41a8f98cda25a334c42d45ef0359adc86729a703c9cb",
            "MIT"),
    /** 128 values, Euclidean distance: the one with the cleanest licence. */
    DLIB(
            Similarity.ONE_MINUS_DISTANCE,
            Alignment.DLIB,
            new InputRecipe("image", 150, 0, 1),
            "dlib-resnet",
            "499c93bf070a849089268cfda3d81f1a5d281ce68490cffb7cea81f4c9343ac9",
            "CC0-1.0");

    /** The role of whichever is chosen. */
    public static final String ROLE = "face-embedder";

    private final Similarity similarity;
    private final Alignment alignment;
    private final ModelDefinition definition;
    private final String calibration;

    EmbedderChoice(
            Similarity similarity, Alignment alignment, InputRecipe input, String name, String sha256, String licence) {
        this.similarity = similarity;
        this.alignment = alignment;
        var folder = "io/traitgate/models/face/";
        this.calibration = folder + name + ".calibration.json";
        this.definition = new ModelDefinition(
                ROLE,
                name,
                new ModelSource.BuiltIn(folder + name + ".onnx", sha256),
                input,
                List.of("embedding"),
                licence,
                calibration);
    }

    /** Reads the setting: {@code mobilefacenet} or {@code dlib}. */
    public static EmbedderChoice parse(String setting) {
        for (var choice : values()) {
            if (choice.setting().equals(setting)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("No such face embedder: " + setting + "; mobilefacenet and dlib are known");
    }

    /** How it is written in a setting. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Similarity similarity() {
        return similarity;
    }

    Alignment alignment() {
        return alignment;
    }

    /** The class path resource of the shipped calibration. */
    public String calibration() {
        return calibration;
    }

    /** File, recipe and licence. */
    public ModelDefinition definition() {
        return definition;
    }
}
