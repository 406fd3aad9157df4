package io.traitgate.face.score;

import java.util.List;

/**
 * What a person is compared with: the embeddings of the kept samples.
 *
 * @param modelVersion of the network that made them
 * @param embeddings at least one
 */
public record FaceTemplate(String modelVersion, List<WeightedEmbedding> embeddings) {

    public FaceTemplate {
        embeddings = List.copyOf(embeddings);
        if (embeddings.isEmpty()) {
            throw new IllegalArgumentException("A template holds at least one embedding");
        }
    }

    /**
     * The similarity of a probe: the mean over the embeddings by weight. A mean keeps the false match rate that the
     * calibration states for single pairs; taking the best of several would raise it with their number.
     */
    public double similarity(float[] probe, Similarity measure) {
        var sum = 0.0;
        var weights = 0.0;
        for (var embedding : embeddings) {
            sum += embedding.weight() * measure.of(probe, embedding.values());
            weights += embedding.weight();
        }
        return sum / weights;
    }
}
