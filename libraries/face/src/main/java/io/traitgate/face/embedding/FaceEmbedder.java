package io.traitgate.face.embedding;

import io.traitgate.face.image.Pyramid;
import io.traitgate.face.mesh.Mesh;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.score.Similarity;
import io.traitgate.inference.model.Model;

/** Turns a sample into the numbers that stand for the person. */
public final class FaceEmbedder {
    /** Says in the version how templates are made of the network's output. */
    private static final String TEMPLATE_RECIPE = "-mirrored";

    private final Model model;
    private final Alignment alignment;
    private final Similarity similarity;

    /** @param choice whose recipe and alignment the model follows */
    public FaceEmbedder(EmbedderChoice choice, Model model) {
        this.model = model;
        this.alignment = choice.alignment();
        this.similarity = choice.similarity();
    }

    /**
     * The embedding of a probe, as the network gives it: one run. The same sample always gives the same values.
     */
    public float[] embed(FaceSample sample) {
        return embed(new Pyramid(sample.image()), sample.mesh());
    }

    /**
     * The embedding of a sample that others are compared with: half-way between that of the face and that of its mirror
     * image, which takes what is not the person's, such as light from one side, out of it. Two runs, which is why probes
     * do without: with one side mirrored nearly all is gained.
     */
    public float[] embedForTemplate(FaceSample sample) {
        var face = aligned(new Pyramid(sample.image()), sample.mesh());
        return similarity.middle(run(face), run(mirrored(face, model.input().side())));
    }

    /** The embedding of a face in a picture; calls go through a sample instead, so that both paths see the same. */
    float[] embed(Pyramid picture, Mesh mesh) {
        return run(aligned(picture, mesh));
    }

    private float[] aligned(Pyramid picture, Mesh mesh) {
        var input = picture.sample(alignment.toImage(mesh), model.input().side());
        model.input().apply(input);
        return input;
    }

    private float[] run(float[] input) {
        return model.run(input, 1).get("embedding");
    }

    private static float[] mirrored(float[] input, int side) {
        var mirrored = new float[input.length];
        for (var row = 0; row < side; row++) {
            for (var column = 0; column < side; column++) {
                System.arraycopy(input, (row * side + column) * 3, mirrored, (row * side + side - 1 - column) * 3, 3);
            }
        }
        return mirrored;
    }

    /**
     * The network's file and how templates are made with it. Part of every template: embeddings of different versions are
     * never compared.
     */
    public String modelVersion() {
        return model.version() + TEMPLATE_RECIPE;
    }
}
