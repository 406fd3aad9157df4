package io.traitgate.benchmarks.climbing;

/** The little linear algebra that the attacks need. */
final class Vectors {
    private static final double LEAST = 1e-12;

    private Vectors() {}

    /** The direction of a vector. */
    static float[] unit(double[] values) {
        var square = 0.0;
        for (var value : values) {
            square += value * value;
        }
        var unit = new float[values.length];
        for (var i = 0; i < values.length; i++) {
            unit[i] = (float) (values[i] / Math.sqrt(square));
        }
        return unit;
    }

    /** The direction of a vector. */
    static float[] unit(float[] values) {
        var wide = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return unit(wide);
    }

    /** The lower triangular root of a covariance; rounding may have made it slightly less than positive. */
    static double[][] cholesky(double[][] matrix) {
        var root = new double[matrix.length][];
        for (var i = 0; i < matrix.length; i++) {
            root[i] = new double[i + 1];
            for (var j = 0; j <= i; j++) {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST)) : sum / root[j][j];
            }
        }
        return root;
    }
}
