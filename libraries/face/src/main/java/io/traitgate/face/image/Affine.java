package io.traitgate.face.image;

/**
 * An affine map of the plane, {@code (ax + by + tx, cx + dy + ty)}. Everywhere in this library a pixel's centre has
 * whole coordinates, x grows to the right and y downwards.
 */
public record Affine(double a, double b, double tx, double c, double d, double ty) {

    /** Moves and scales alike in both directions. */
    public static Affine scaling(double scale, double tx, double ty) {
        return new Affine(scale, 0, tx, 0, scale, ty);
    }

    /** Turns by the angle of (cos, sin), scaled by their length, around the origin, then moves. */
    public static Affine similarity(double cos, double sin, double tx, double ty) {
        return new Affine(cos, -sin, tx, sin, cos, ty);
    }

    public double x(double x, double y) {
        return a * x + b * y + tx;
    }

    public double y(double x, double y) {
        return c * x + d * y + ty;
    }

    public Point apply(Point point) {
        return new Point(x(point.x(), point.y()), y(point.x(), point.y()));
    }

    /** The map that undoes this one. */
    public Affine inverse() {
        var determinant = a * d - b * c;
        var ia = d / determinant;
        var ib = -b / determinant;
        var ic = -c / determinant;
        var id = a / determinant;
        return new Affine(ia, ib, -(ia * tx + ib * ty), ic, id, -(ic * tx + id * ty));
    }

    /** This map, then another. */
    public Affine then(Affine next) {
        return new Affine(
                next.a * a + next.b * c,
                next.a * b + next.b * d,
                next.x(tx, ty),
                next.c * a + next.d * c,
                next.c * b + next.d * d,
                next.y(tx, ty));
    }

    /** How many units of the target a unit of the source becomes, as the root of the change of area. */
    public double scale() {
        return Math.sqrt(Math.abs(a * d - b * c));
    }
}
