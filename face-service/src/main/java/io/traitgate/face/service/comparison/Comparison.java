package io.traitgate.face.service.comparison;

import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.score.FaceScorer;
import io.traitgate.face.score.FaceScorer.FaceScore;
import io.traitgate.face.service.item.Items;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sides, compared.
 *
 * @param left items of the first side, judged
 * @param right items of the second side, judged
 * @param score absent if a side has no item that can be used
 */
record Comparison(Items left, Items right, @Nullable FaceScore score) {

    /** Compares judged items. Needs a core: belongs on a lane. */
    static Comparison of(Items left, Items right, FaceEmbedder embedder, FaceScorer scorer) {
        if (left.accepted().isEmpty() || right.accepted().isEmpty()) {
            return new Comparison(left, right, null);
        }
        return new Comparison(left, right, scorer.compare(embed(left, embedder), embed(right, embedder)));
    }

    private static List<float[]> embed(Items items, FaceEmbedder embedder) {
        return items.samples().stream().map(embedder::embed).toList();
    }
}
