package io.traitgate.face.service.authentication;

import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.score.FaceScorer;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.WeightedEmbedding;
import io.traitgate.face.service.item.Items;
import io.traitgate.inference.measure.Stages;
import io.traitgate.modality.template.Template;
import java.util.List;

/** Compares judged items with a template. Needs a core: belongs on a lane. */
final class FaceMatcher {

    private final FaceEmbedder embedder;
    private final FaceScorer scorer;

    FaceMatcher(FaceEmbedder embedder, FaceScorer scorer) {
        this.embedder = embedder;
        this.scorer = scorer;
    }

    /** The mean of the similarities of all usable items to the template, calibrated; a video is one item. */
    Probe match(Items items, Template template) {
        if (items.accepted().isEmpty()) {
            return new Probe(items, null);
        }
        List<List<float[]>> probes = Stages.time("embed", () -> embed(items));
        return new Probe(items, Stages.time("score", () -> scorer.scoreItems(probes, toFaceTemplate(template))));
    }

    private List<List<float[]>> embed(Items items) {
        return items.accepted().stream()
                .map(item -> item.samples().stream().map(embedder::embed).toList())
                .toList();
    }

    private static FaceTemplate toFaceTemplate(Template template) {
        return new FaceTemplate(
                template.model(),
                template.entries().stream()
                        .map(entry -> new WeightedEmbedding(entry.embedding(), entry.weight()))
                        .toList());
    }
}
