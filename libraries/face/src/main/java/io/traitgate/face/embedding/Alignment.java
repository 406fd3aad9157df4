package io.traitgate.face.embedding;

import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Point;
import io.traitgate.face.mesh.Mesh;
import io.traitgate.face.mesh.MeshPoints;
import java.util.List;

/**
 * Where the points of a face lie in an embedder's input. The face is turned, scaled and moved so that its points come
 * nearest to these places in the least-squares sense.
 *
 * @param groups mesh points whose mean is one point of the face
 * @param places of each in the input, in pixels
 */
record Alignment(List<int[]> groups, List<Point> places) {
    private static final int[] LEFT_EYE = {MeshPoints.LEFT_EYE_OUTER, MeshPoints.LEFT_EYE_INNER};
    private static final int[] RIGHT_EYE = {MeshPoints.RIGHT_EYE_INNER, MeshPoints.RIGHT_EYE_OUTER};

    /** Eyes, nose and mouth corners in 112x112, as ArcFace and what followed it was trained (Deng et al., 2019). */
    static final Alignment ARCFACE = new Alignment(
            List.of(
                    LEFT_EYE,
                    RIGHT_EYE,
                    new int[] {MeshPoints.NOSE_RIDGE, MeshPoints.NOSE_TIP},
                    new int[] {MeshPoints.MOUTH_LEFT},
                    new int[] {MeshPoints.MOUTH_RIGHT}),
            List.of(
                    new Point(38.2946, 51.6963),
                    new Point(73.5318, 51.5014),
                    new Point(56.0252, 71.7366),
                    new Point(41.5493, 92.3655),
                    new Point(70.7299, 92.2041)));

    /** Eye corners and nose base in 150x150, as dlib's {@code get_face_chip_details} with a padding of 0.25 has them. */
    static final Alignment DLIB = new Alignment(
            List.of(
                    new int[] {MeshPoints.RIGHT_EYE_OUTER},
                    new int[] {MeshPoints.RIGHT_EYE_INNER},
                    new int[] {MeshPoints.LEFT_EYE_OUTER},
                    new int[] {MeshPoints.LEFT_EYE_INNER},
                    new int[] {MeshPoints.NOSE_BASE}),
            List.of(
                    dlib(0.85957, 0.21350),
                    dlib(0.64606, 0.22897),
                    dlib(0.12058, 0.21373),
                    dlib(0.33409, 0.22906),
                    dlib(0.49011, 0.62780)));

    Alignment {
        groups = List.copyOf(groups);
        places = List.copyOf(places);
    }

    private static Point dlib(double x, double y) {
        return new Point((x + 0.25) / 1.5 * 150, (y + 0.25) / 1.5 * 150);
    }

    /** The similarity from the embedder's input to the picture of the mesh. */
    Affine toImage(Mesh mesh) {
        return similarity(groups.stream().map(mesh::mean).toList(), places).inverse();
    }

    /** The turn, scale and shift that bring the points nearest to their places. */
    static Affine similarity(List<Point> points, List<Point> places) {
        var from = centre(points);
        var to = centre(places);
        var dot = 0.0;
        var cross = 0.0;
        var norm = 0.0;
        for (var i = 0; i < points.size(); i++) {
            var px = points.get(i).x() - from.x();
            var py = points.get(i).y() - from.y();
            var qx = places.get(i).x() - to.x();
            var qy = places.get(i).y() - to.y();
            dot += px * qx + py * qy;
            cross += px * qy - py * qx;
            norm += px * px + py * py;
        }
        var turn = Affine.similarity(dot / norm, cross / norm, 0, 0);
        return turn.then(Affine.scaling(1, to.x() - turn.x(from.x(), from.y()), to.y() - turn.y(from.x(), from.y())));
    }

    private static Point centre(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }
}
