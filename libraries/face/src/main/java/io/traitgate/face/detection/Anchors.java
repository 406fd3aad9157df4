package io.traitgate.face.detection;

import io.traitgate.face.image.Point;
import java.util.ArrayList;
import java.util.List;

/** The places that the detector's outputs are relative to: a grid of cells, several anchors in each, row by row. */
final class Anchors {
    private Anchors() {}

    /** Centres of the anchors of one grid, in input pixels. */
    static List<Point> grid(int inputSide, int stride, int perCell) {
        var anchors = new ArrayList<Point>();
        for (var row = 0; row < inputSide / stride; row++) {
            for (var column = 0; column < inputSide / stride; column++) {
                var centre = new Point((column + 0.5) * stride, (row + 0.5) * stride);
                for (var i = 0; i < perCell; i++) {
                    anchors.add(centre);
                }
            }
        }
        return List.copyOf(anchors);
    }
}
