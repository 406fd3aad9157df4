package io.traitgate.benchmarks.climbing;

import java.util.random.RandomGenerator;

/**
 * What an attacker thinks of the embedding behind a template: a normal distribution, first that of all faces. A similarity
 * of embeddings is linear in the wanted one, so each answer sharpens the distribution in the direction of its probe. Exact
 * scores make this regularised least squares; of an answer that only bounds a similarity, mean and variance of the normal
 * distribution cut at the bounds are taken over (assumed-density filtering).
 */
final class Belief {
    /** Variance of what is not linear: templates are not of unit length and probes not noiseless. */
    private static final double NOISE = 1e-5;

    private final double[] mean;
    private final double[][] covariance;

    Belief(FaceSpace faces) {
        this.mean = faces.mean();
        this.covariance = faces.covariance();
    }

    /** Takes over what an answer tells of a probe. */
    void learn(float[] probe, Interval told) {
        var gain = times(probe);
        var variance = NOISE;
        var expected = 0.0;
        for (var i = 0; i < probe.length; i++) {
            variance += probe[i] * gain[i];
            expected += probe[i] * mean[i];
        }
        var now = CutNormal.of(expected, variance, told);
        var shift = (now.mean() - expected) / variance;
        var shrink = (1 - now.variance() / variance) / variance;
        for (var i = 0; i < mean.length; i++) {
            mean[i] += gain[i] * shift;
            for (var j = 0; j < mean.length; j++) {
                covariance[i][j] -= gain[i] * gain[j] * shrink;
            }
        }
    }

    private double[] times(float[] probe) {
        var product = new double[mean.length];
        for (var i = 0; i < mean.length; i++) {
            for (var j = 0; j < mean.length; j++) {
                product[i] += covariance[i][j] * probe[j];
            }
        }
        return product;
    }

    /** The similarity that is expected of a probe. */
    double expected(float[] probe) {
        var sum = 0.0;
        for (var i = 0; i < probe.length; i++) {
            sum += probe[i] * mean[i];
        }
        return sum;
    }

    /** The most likely embedding. */
    float[] mostLikely() {
        return Vectors.unit(mean);
    }

    /** An embedding that is as likely as any: a good probe, near to the wanted one where that is known, else elsewhere. */
    float[] guess(RandomGenerator random) {
        var root = Vectors.cholesky(covariance);
        var normal = random.doubles(mean.length, 0, 1)
                .map(ignored -> random.nextGaussian())
                .toArray();
        var guess = mean.clone();
        for (var i = 0; i < guess.length; i++) {
            for (var j = 0; j <= i; j++) {
                guess[i] += root[i][j] * normal[j];
            }
        }
        return Vectors.unit(guess);
    }
}
