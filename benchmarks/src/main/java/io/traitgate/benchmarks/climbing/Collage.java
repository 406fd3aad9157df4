package io.traitgate.benchmarks.climbing;

import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Pyramid;
import io.traitgate.face.mesh.MeshPoints;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.media.RgbImage;

/**
 * A face in a frame where the eyes of all faces lie in the same places, so that parts of one can be laid over another.
 * Values 0 to 255 in the order row, column, channel; never changed.
 */
@SuppressWarnings("ArrayRecordComponent")
record Collage(float[] pixels) {
    private static final int SIDE = 180;
    private static final double LEFT_EYE = 66;
    private static final double RIGHT_EYE = 114;
    private static final double EYES = 76;

    /** A face as it is. */
    static Collage of(FaceSample face) {
        var left = face.mesh().mean(MeshPoints.LEFT_EYE_OUTER, MeshPoints.LEFT_EYE_INNER);
        var right = face.mesh().mean(MeshPoints.RIGHT_EYE_OUTER, MeshPoints.RIGHT_EYE_INNER);
        var apart = RIGHT_EYE - LEFT_EYE;
        var turn = Affine.similarity((right.x() - left.x()) / apart, (right.y() - left.y()) / apart, 0, 0);
        var toFace = turn.then(Affine.scaling(1, left.x() - turn.x(LEFT_EYE, EYES), left.y() - turn.y(LEFT_EYE, EYES)));
        return new Collage(new Pyramid(face.image()).sample(toFace, SIDE));
    }

    /** With a part of another face laid over, so opaque, without a visible edge. */
    Collage with(FacePart part, Collage other, double opacity) {
        var mixed = pixels.clone();
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                var share = opacity * part.cover(x, y);
                for (var i = (y * SIDE + x) * 3; share > 0 && i < (y * SIDE + x + 1) * 3; i++) {
                    mixed[i] += (float) (share * (other.pixels[i] - mixed[i]));
                }
            }
        }
        return new Collage(mixed);
    }

    RgbImage picture() {
        var rgb = new byte[pixels.length];
        for (var i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.clamp(Math.round(pixels[i]), 0, 255);
        }
        return new RgbImage(SIDE, SIDE, rgb);
    }
}
