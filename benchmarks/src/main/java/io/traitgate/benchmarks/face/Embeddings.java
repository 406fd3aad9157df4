package io.traitgate.benchmarks.face;

import io.traitgate.face.FaceAnalysis;
import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.score.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The embeddings of a data set, made through samples as in a service.
 *
 * @param faces of the accepted images, sorted by person
 * @param refused number of refused images by code
 * @param images number of all images
 */
record Embeddings(List<Face> faces, TreeMap<Integer, Integer> refused, int images) {

    /** One accepted image. */
    @SuppressWarnings("ArrayRecordComponent")
    record Face(String person, float[] embedding, double quality) {}

    static Embeddings of(List<Portrait> portraits, FileAnalyser analyser, FaceEmbedder embedder) throws IOException {
        var faces = new ArrayList<Face>();
        var refused = new TreeMap<Integer, Integer>();
        for (var portrait : portraits) {
            var verdict = analyser.judge(portrait.file());
            if (verdict.analysis() instanceof FaceAnalysis.Accepted accepted) {
                var sample = accepted.samples().getFirst();
                faces.add(new Face(portrait.person(), embedder.embed(sample), sample.quality()));
            } else {
                refused.merge(verdict.code(), 1, Integer::sum);
            }
        }
        return new Embeddings(faces, refused, portraits.size());
    }

    int people() {
        return (int) faces.stream().map(Face::person).distinct().count();
    }

    int refusals() {
        return images - faces.size();
    }

    /** Every pair once. */
    Comparisons compared(Similarity similarity) {
        var genuine = new ArrayList<Double>();
        var impostor = new ArrayList<Double>();
        for (var i = 0; i < faces.size(); i++) {
            for (var j = i + 1; j < faces.size(); j++) {
                var value = similarity.of(faces.get(i).embedding(), faces.get(j).embedding());
                (faces.get(i).person().equals(faces.get(j).person()) ? genuine : impostor).add(value);
            }
        }
        return Comparisons.of(genuine, impostor);
    }
}
