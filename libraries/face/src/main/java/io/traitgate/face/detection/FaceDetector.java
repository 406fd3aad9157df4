package io.traitgate.face.detection;

import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Point;
import io.traitgate.face.image.Pyramid;
import io.traitgate.inference.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Finds faces with BlazeFace ("back camera", 256x256): every face of at least about a tenth of the picture. */
public final class FaceDetector {
    private static final double THRESHOLD = 0.5;
    private static final int POINTS = 6;

    private final Model model;
    private final List<Grid> grids;

    public FaceDetector(Model model) {
        this.model = model;
        var side = model.input().side();
        this.grids = List.of(
                new Grid("scores16", "boxes16", Anchors.grid(side, 16, 2)),
                new Grid("scores32", "boxes32", Anchors.grid(side, 32, 6)));
    }

    private record Grid(String scores, String boxes, List<Point> anchors) {}

    /** All faces, the surest first; none if there is none. */
    public List<Detection> detect(Pyramid picture) {
        var image = picture.image();
        var side = model.input().side();
        // The picture is fitted into the square around its middle, with black bars.
        var scale = Math.max(image.width(), image.height()) / (double) side;
        var toImage = Affine.scaling(
                scale, image.width() / 2.0 - side / 2.0 * scale, image.height() / 2.0 - side / 2.0 * scale);
        var input = picture.sample(toImage, side);
        model.input().apply(input);
        var outputs = model.run(input, 1);
        var found = new ArrayList<Detection>();
        for (var grid : grids) {
            decode(grid, outputs.get(grid.scores()), outputs.get(grid.boxes()), found);
        }
        return WeightedMerge.merge(found).stream()
                .map(detection -> detection.mapped(toImage))
                .toList();
    }

    private static void decode(Grid grid, float[] scores, float[] boxes, List<Detection> found) {
        for (var i = 0; i < scores.length; i++) {
            var score = 1 / (1 + Math.exp(-scores[i]));
            if (score < THRESHOLD) {
                continue;
            }
            var anchor = grid.anchors().get(i);
            var at = i * (4 + 2 * POINTS);
            var points = new ArrayList<Point>(POINTS);
            for (var p = 0; p < POINTS; p++) {
                points.add(new Point(boxes[at + 4 + 2 * p] + anchor.x(), boxes[at + 5 + 2 * p] + anchor.y()));
            }
            found.add(new Detection(
                    score,
                    new Point(boxes[at] + anchor.x(), boxes[at + 1] + anchor.y()),
                    boxes[at + 2],
                    boxes[at + 3],
                    points));
        }
    }
}
