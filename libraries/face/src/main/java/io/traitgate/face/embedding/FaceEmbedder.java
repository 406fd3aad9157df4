package io.traitgate.face.embedding;

import io.traitgate.face.image.Pyramid;
import io.traitgate.face.mesh.Mesh;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.inference.model.Model;

/** Turns a sample into the numbers that stand for the person. */
public final class FaceEmbedder {
    private final Model model;
    private final Alignment alignment;

    /** @param choice whose recipe and alignment the model follows */
    public FaceEmbedder(EmbedderChoice choice, Model model) {
        this.model = model;
        this.alignment = choice.alignment();
    }

    /** The embedding of a sample, as the network gives it. The same sample always gives the same values. */
    public float[] embed(FaceSample sample) {
        return embed(new Pyramid(sample.image()), sample.mesh());
    }

    /** The embedding of a face in a picture; calls go through a sample instead, so that both paths see the same. */
    float[] embed(Pyramid picture, Mesh mesh) {
        var input = picture.sample(alignment.toImage(mesh), model.input().side());
        model.input().apply(input);
        return model.run(input, 1).get("embedding");
    }

    /** Part of every template: embeddings of different versions are never compared. */
    public String modelVersion() {
        return model.version();
    }
}
