package io.traitgate.face.mesh;

import io.traitgate.face.image.Affine;
import io.traitgate.face.image.Point;
import java.util.Arrays;

/**
 * The 468 points of MediaPipe's face mesh in pixels of a picture; depth is relative to the head's centre in the same
 * unit, smaller nearer to the camera. Holds a person's features: never logged.
 */
public final class Mesh {
    public static final int POINTS = 468;

    private final float[] xyz;

    /** Takes the points as x, y and depth of one after the other; the array is not copied. */
    public Mesh(float[] xyz) {
        if (xyz.length != POINTS * 3) {
            throw new IllegalArgumentException("A mesh has " + POINTS * 3 + " values, not " + xyz.length);
        }
        this.xyz = xyz;
    }

    /** One point. */
    public Point point(int index) {
        return new Point(xyz[3 * index], xyz[3 * index + 1]);
    }

    /** The mean of some points. */
    public Point mean(int... indices) {
        var x = 0.0;
        var y = 0.0;
        for (var index : indices) {
            x += xyz[3 * index];
            y += xyz[3 * index + 1];
        }
        return new Point(x / indices.length, y / indices.length);
    }

    public double depth(int index) {
        return xyz[3 * index + 2];
    }

    /** The points in another picture, that this map leads to. */
    public Mesh mapped(Affine map) {
        var mapped = new float[xyz.length];
        for (var i = 0; i < xyz.length; i += 3) {
            mapped[i] = (float) map.x(xyz[i], xyz[i + 1]);
            mapped[i + 1] = (float) map.y(xyz[i], xyz[i + 1]);
            mapped[i + 2] = (float) (xyz[i + 2] * map.scale());
        }
        return new Mesh(mapped);
    }

    /** All values, x, y and depth of one point after the other; not to be changed. */
    public float[] xyz() {
        return xyz;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mesh mesh && Arrays.equals(xyz, mesh.xyz);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xyz);
    }

    @Override
    public String toString() {
        return "Mesh";
    }
}
