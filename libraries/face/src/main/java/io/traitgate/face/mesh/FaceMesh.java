package io.traitgate.face.mesh;

import io.traitgate.face.detection.Detection;
import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Pyramid;
import io.traitgate.inference.model.Model;

/** Finds the points of a detected face with FaceMesh (192x192), from a crop that is turned so that the eyes are level. */
public final class FaceMesh {
    /** The crop's side as a multiple of the longer side of the detector's box. */
    private static final double MARGIN = 1.5;

    private final Model model;

    public FaceMesh(Model model) {
        this.model = model;
    }

    /**
     * The points, and how sure the network is that they are a face's.
     *
     * @param score 0 to 1
     */
    public record Found(Mesh mesh, double score) {}

    /** The mesh of a detected face. */
    public Found find(Pyramid picture, Detection face) {
        var toImage = crop(face, model.input().side());
        var input = picture.sample(toImage, model.input().side());
        model.input().apply(input);
        var outputs = model.run(input, 1);
        return new Found(new Mesh(outputs.get("mesh")).mapped(toImage), outputs.get("face")[0]);
    }

    /** From the network's input to the picture. */
    static Affine crop(Detection face, int side) {
        var scale = MARGIN * face.side() / side;
        var turn = Affine.similarity(scale * Math.cos(face.eyeLine()), scale * Math.sin(face.eyeLine()), 0, 0);
        var half = side / 2.0;
        return turn.then(Affine.scaling(
                1, face.centre().x() - turn.x(half, half), face.centre().y() - turn.y(half, half)));
    }
}
