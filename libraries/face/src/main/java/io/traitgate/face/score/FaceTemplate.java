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
}
