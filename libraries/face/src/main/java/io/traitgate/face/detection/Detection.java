package io.traitgate.face.detection;

import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Point;
import java.util.List;

/**
 * A face that was found, in pixels of the picture.
 *
 * @param score 0 to 1, how sure the network is
 * @param centre of the box, which spans from the brows to the chin
 * @param points the eye on the picture's left, the other eye, nose tip, mouth, and the two ears, in a face that stands
 *     upright
 */
public record Detection(double score, Point centre, double width, double height, List<Point> points) {

    public Detection {
        points = List.copyOf(points);
    }

    /** The longer side of the box. */
    public double side() {
        return Math.max(width, height);
    }

    /** The line between the eyes, in radians, clockwise from the x axis: 0 in an upright face. */
    public double eyeLine() {
        var left = points.get(0);
        var right = points.get(1);
        return Math.atan2(right.y() - left.y(), right.x() - left.x());
    }

    /**
     * How far the face is turned in the picture's plane, in radians, clockwise: the direction from the mouth to the
     * middle of the eyes, 0 when that points upwards. Unlike the line between the eyes it tells a face that stands on its
     * head.
     */
    public double roll() {
        var eyes = points.get(0).middle(points.get(1));
        var mouth = points.get(3);
        return Math.atan2(eyes.x() - mouth.x(), mouth.y() - eyes.y());
    }

    Detection mapped(Affine map) {
        return new Detection(
                score,
                map.apply(centre),
                width * map.scale(),
                height * map.scale(),
                points.stream().map(map::apply).toList());
    }
}
