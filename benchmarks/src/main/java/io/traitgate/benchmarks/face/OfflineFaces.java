package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.DetCurve;
import io.traitgate.face.embedding.EmbedderChoice;
import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.FaceScorer;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.WeightedEmbedding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What one embedder says of a data set, computed with the classes of the service but without it. */
record OfflineFaces(EmbedderChoice choice, String modelVersion, Calibration calibration, Embeddings embeddings) {

    /** The tables of this embedder. */
    String markdown() {
        var similarity = choice.similarity();
        var text = new StringBuilder("### ").append(modelVersion).append("\n\n");
        text.append(RatesTable.of(embeddings.compared(similarity), 2, calibration)
                .markdown("One picture enrolled, both ways round"));
        TemplateTrial.of(embeddings, similarity)
                .ifPresent(trial -> text.append('\n')
                        .append(RatesTable.of(trial, 1, calibration).markdown("Two pictures enrolled")));
        return text.toString();
    }

    DetCurve curve() {
        return DetCurve.of(modelVersion, embeddings.compared(choice.similarity()));
    }

    /** The score the service would give a pair; empty where a picture was refused. */
    Scores scores() {
        var faces = new HashMap<Portrait, Embeddings.Face>();
        embeddings.faces().forEach(face -> faces.put(face.portrait(), face));
        return new Scores(faces, modelVersion, new FaceScorer(modelVersion, choice.similarity(), calibration));
    }

    /** Scores pairs. */
    record Scores(Map<Portrait, Embeddings.Face> faces, String modelVersion, FaceScorer scorer) {

        OptionalDouble of(ImagePair pair) {
            var enrolled = faces.get(pair.enrolled());
            var probe = faces.get(pair.probe());
            if (enrolled == null || probe == null) {
                return OptionalDouble.empty();
            }
            var template = new FaceTemplate(
                    modelVersion, List.of(new WeightedEmbedding(enrolled.template(), enrolled.quality())));
            return OptionalDouble.of(
                    scorer.score(List.of(probe.probe()), template).score());
        }
    }
}
