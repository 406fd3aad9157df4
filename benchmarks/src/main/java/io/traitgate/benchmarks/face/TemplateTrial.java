package io.traitgate.benchmarks.face;

import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.Similarity;
import io.traitgate.face.score.WeightedEmbedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Probes against templates of two pictures, fused as the service does it: shows whether what was calibrated on single
 * pairs holds for templates.
 */
final class TemplateTrial {
    private static final int ENROLLED = 2;

    private TemplateTrial() {}

    /** Every third or later picture of a person against all templates; empty where nobody has three. */
    static Optional<Comparisons> of(Embeddings embeddings, Similarity similarity) {
        var people = new TreeMap<String, List<Embeddings.Face>>();
        for (var face : embeddings.faces()) {
            people.computeIfAbsent(face.person(), name -> new ArrayList<>()).add(face);
        }
        var templates = new TreeMap<String, FaceTemplate>();
        people.forEach((name, faces) -> {
            if (faces.size() >= ENROLLED) {
                templates.put(name, template(faces.subList(0, ENROLLED)));
            }
        });
        var genuine = new ArrayList<Double>();
        var impostor = new ArrayList<Double>();
        people.forEach((name, faces) -> faces.stream()
                .skip(ENROLLED)
                .forEach(probe -> templates.forEach((owner, template) -> (owner.equals(name) ? genuine : impostor)
                        .add(template.similarity(probe.embedding(), similarity)))));
        return genuine.isEmpty() ? Optional.empty() : Optional.of(Comparisons.of(genuine, impostor));
    }

    private static FaceTemplate template(List<Embeddings.Face> faces) {
        return new FaceTemplate(
                "",
                faces.stream()
                        .map(face -> new WeightedEmbedding(face.embedding(), face.quality()))
                        .toList());
    }
}
