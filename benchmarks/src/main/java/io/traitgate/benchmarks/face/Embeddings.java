package io.traitgate.benchmarks.face;

import io.traitgate.benchmarks.accuracy.Comparisons;
import io.traitgate.face.FaceAnalysis;
import io.traitgate.face.embedding.FaceEmbedder;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.score.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The embeddings of a data set, made through samples as in a service.
 *
 * @param faces of the accepted images, sorted by file
 * @param refused number of refused images by code
 * @param images number of all images
 */
record Embeddings(List<Face> faces, SortedMap<Integer, Integer> refused, int images) {

    Embeddings {
        faces = List.copyOf(faces);
    }

    /**
     * One accepted image.
     *
     * @param probe what it is as a probe
     * @param template what it is in a template
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Face(Portrait portrait, float[] probe, float[] template, double quality) {

        static Face of(Portrait portrait, FaceSample sample, FaceEmbedder embedder) {
            return new Face(portrait, embedder.embed(sample), embedder.embedForTemplate(sample), sample.quality());
        }

        String person() {
            return portrait.person();
        }
    }

    /** Judges every portrait once and embeds it with each embedder; the results are in the order of the embedders. */
    static List<Embeddings> of(List<Portrait> portraits, FileAnalyser analyser, List<FaceEmbedder> embedders)
            throws IOException {
        var faces = embedders.stream().map(_ -> new ArrayList<Face>()).toList();
        var refused = new TreeMap<Integer, Integer>();
        for (var portrait : portraits) {
            var verdict = analyser.judge(portrait.file());
            if (verdict.analysis() instanceof FaceAnalysis.Accepted accepted) {
                var sample = accepted.samples().getFirst();
                for (var i = 0; i < embedders.size(); i++) {
                    faces.get(i).add(Face.of(portrait, sample, embedders.get(i)));
                }
            } else {
                refused.merge(verdict.code(), 1, Integer::sum);
            }
        }
        return faces.stream()
                .map(list -> new Embeddings(list, refused, portraits.size()))
                .toList();
    }

    /** Names of the people with an accepted image; a person's number is the place in this list. */
    List<String> people() {
        return List.copyOf(faces.stream().map(Face::person).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** How many people have two accepted images or more. */
    long peopleToCompare() {
        return faces.stream().collect(Collectors.groupingBy(Face::person, Collectors.counting())).values().stream()
                .filter(images -> images > 1)
                .count();
    }

    int refusals() {
        return images - faces.size();
    }

    /** Every two images, each once as the template and once as the probe: it is not quite the same both ways round. */
    Comparisons compared(Similarity similarity) {
        var people = people();
        var numbers = faces.stream().map(face -> people.indexOf(face.person())).toList();
        var collector = new Comparisons.Collector(people.size());
        for (var i = 0; i < faces.size(); i++) {
            for (var j = 0; j < faces.size(); j++) {
                if (i != j) {
                    collector.add(
                            numbers.get(i),
                            numbers.get(j),
                            similarity.of(faces.get(j).probe(), faces.get(i).template()));
                }
            }
        }
        return collector.build();
    }
}
