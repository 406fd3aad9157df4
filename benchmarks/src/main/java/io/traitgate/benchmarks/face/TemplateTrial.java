package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.Comparisons;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.Similarity;
import io.traitgate.face.score.WeightedEmbedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Probes against templates of two pictures, fused as the service does it: shows whether what was calibrated on single
 * pictures holds for templates.
 */
final class TemplateTrial {
    private static final int ENROLLED = 2;

    private TemplateTrial() {}

    /** Every third or later picture of a person against all templates; empty where nobody has three. */
    static Optional<Comparisons> of(Embeddings embeddings, Similarity similarity) {
        var people = embeddings.people();
        var faces = new TreeMap<Integer, List<Embeddings.Face>>();
        for (var face : embeddings.faces()) {
            faces.computeIfAbsent(people.indexOf(face.person()), _ -> new ArrayList<>())
                    .add(face);
        }
        var templates = new TreeMap<Integer, FaceTemplate>();
        faces.forEach((person, pictures) -> {
            if (pictures.size() >= ENROLLED) {
                templates.put(person, template(pictures.subList(0, ENROLLED)));
            }
        });
        var collector = new Comparisons.Collector(people.size());
        faces.forEach((person, pictures) -> pictures.stream()
                .skip(ENROLLED)
                .forEach(probe -> templates.forEach((owner, template) ->
                        collector.add(owner, person, template.similarity(probe.probe(), similarity)))));
        return collector.isComplete() ? Optional.of(collector.build()) : Optional.empty();
    }

    private static FaceTemplate template(List<Embeddings.Face> faces) {
        return new FaceTemplate(
                "",
                faces.stream()
                        .map(face -> new WeightedEmbedding(face.template(), face.quality()))
                        .toList());
    }
}
