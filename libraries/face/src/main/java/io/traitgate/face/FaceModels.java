package io.traitgate.face;

import io.traitgate.inference.model.InputRecipe;
import io.traitgate.inference.model.ModelDefinition;
import io.traitgate.inference.model.ModelSource;
import java.util.List;

/** The shipped networks that every face goes through; the embedders are in {@code EmbedderChoice}. */
public final class FaceModels {
    private static final String FOLDER = "io/traitgate/models/face/";

    /** Finds faces and six points. */
    public static final ModelDefinition DETECTOR = new ModelDefinition(
            "face-detector",
            "blazeface",
            new ModelSource.BuiltIn(
                    FOLDER + "blazeface.onnx", "abac8f476ed04c0f2243e7c787e700b4d23ff7f87b8eedf201d3d5ae29c3cd1b"),
            new InputRecipe("image", 256, 127.5f, 1 / 127.5f),
            List.of("scores16", "boxes16", "scores32", "boxes32"),
            "Apache-2.0",
            null);

    /** Finds the 468 points of a face. */
    public static final ModelDefinition MESH = new ModelDefinition(
            "face-mesh",
            "facemesh",
            new ModelSource.BuiltIn(
                    FOLDER + "facemesh.onnx", "e2eead1f722e4380e33142361419fde61a2cdaecf3091c4cd8cfc62da88fe8f6"),
            new InputRecipe("image", 192, 0, 1 / 255f),
            List.of("mesh", "face"),
            "Apache-2.0",
            null);

    private FaceModels() {}
}
