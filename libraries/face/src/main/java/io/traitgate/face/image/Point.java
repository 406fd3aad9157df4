package io.traitgate.face.image;

/** A place in a picture, in pixels. */
public record Point(double x, double y) {

    /** The middle of this and another. */
    public Point middle(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
