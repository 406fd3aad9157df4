package io.traitgate.benchmarks.climbing;

import java.util.List;

/** Where the faces that an attacker has lie among all embeddings: their mean and their covariance. */
@SuppressWarnings("ArrayRecordComponent")
record FaceSpace(double[] mean, double[][] covariance) {
    /** Share of the covariance that is spread evenly: a few hundred faces do not show every direction. */
    private static final double EVEN = 0.1;

    /** @param embeddings of unit length */
    static FaceSpace of(List<float[]> embeddings) {
        var size = embeddings.getFirst().length;
        var mean = new double[size];
        for (var embedding : embeddings) {
            for (var i = 0; i < size; i++) {
                mean[i] += embedding[i] / embeddings.size();
            }
        }
        var covariance = new double[size][size];
        for (var embedding : embeddings) {
            for (var i = 0; i < size; i++) {
                for (var j = 0; j < size; j++) {
                    covariance[i][j] += (embedding[i] - mean[i]) * (embedding[j] - mean[j]) / embeddings.size();
                }
            }
        }
        spreadEvenly(covariance);
        return new FaceSpace(mean, covariance);
    }

    private static void spreadEvenly(double[][] covariance) {
        var trace = 0.0;
        for (var i = 0; i < covariance.length; i++) {
            trace += covariance[i][i];
        }
        for (var i = 0; i < covariance.length; i++) {
            for (var j = 0; j < covariance.length; j++) {
                covariance[i][j] *= 1 - EVEN;
            }
            covariance[i][i] += EVEN * trace / covariance.length;
        }
    }

    /** A copy. */
    @Override
    public double[] mean() {
        return mean.clone();
    }

    /** A copy. */
    @Override
    public double[][] covariance() {
        var copy = new double[covariance.length][];
        for (var i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        return copy;
    }
}
