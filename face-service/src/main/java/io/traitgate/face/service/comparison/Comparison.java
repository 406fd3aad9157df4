package io.traitgate.face.service.comparison;

import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.score.FaceScorer;
import io.traitgate.face.score.FaceScorer.FaceScore;
import io.traitgate.face.service.item.Items;
import io.traitgate.inference.measure.Stages;
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
        List<List<float[]>> one = Stages.time("embed", () -> embed(left, embedder));
        List<List<float[]>> other = Stages.time("embed", () -> embed(right, embedder));
        return new Comparison(left, right, Stages.time("score", () -> scorer.compareItems(one, other)));
    }

    /** Both sides alike, as templates are: so the score is the same whichever side comes first. */
    private static List<List<float[]>> embed(Items items, FaceEmbedder embedder) {
        return items.accepted().stream()
                .map(item ->
                        item.samples().stream().map(embedder::embedForTemplate).toList())
                .toList();
    }
}
