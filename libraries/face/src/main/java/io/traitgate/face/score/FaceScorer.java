package io.traitgate.face.score;

import java.util.List;

/** Compares probes with a template or with each other and maps the similarity to the score of the API. */
public final class FaceScorer {
    private final String modelVersion;
    private final Similarity similarity;
    private final Calibration calibration;

    /**
     * @param modelVersion of the embedder that the probes come from
     * @param calibration of that embedder
     */
    public FaceScorer(String modelVersion, Similarity similarity, Calibration calibration) {
        this.modelVersion = modelVersion;
        this.similarity = similarity;
        this.calibration = calibration;
    }

    /**
     * A comparison's outcome.
     *
     * @param score 0 to 1 in steps of 0.01: what the caller is told
     * @param similarity before calibration, for the event log only: exact values help to climb towards a template
     */
    public record FaceScore(double score, double similarity) {}

    /**
     * Scores the probes of one request: the mean of their similarities to the template.
     *
     * @throws IllegalArgumentException when there is no probe, or the template is of another network
     */
    public FaceScore score(List<float[]> probes, FaceTemplate template) {
        return scoreItems(probes.stream().map(List::of).toList(), template);
    }

    /**
     * Scores the probes of one request by the item that they come from: the mean over the items, each with the mean of its
     * own probes. A video counts as much as a photo, however many of its frames were used.
     *
     * @throws IllegalArgumentException when there is no item or one has no probe, or the template is of another network
     */
    public FaceScore scoreItems(List<List<float[]>> items, FaceTemplate template) {
        if (!template.modelVersion().equals(modelVersion)) {
            throw new IllegalArgumentException("A template of %s cannot be compared with probes of %s"
                    .formatted(template.modelVersion(), modelVersion));
        }
        return score(items.stream()
                .mapToDouble(probes -> similarity(probes, template))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("No item")));
    }

    private double similarity(List<float[]> probes, FaceTemplate template) {
        return probes.stream()
                .mapToDouble(probe -> template.similarity(probe, similarity))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("No probe"));
    }

    /**
     * Compares the items of two sides, each with the embeddings of its samples: the mean over all pairs of items, each the
     * mean over its own samples. A video counts as much as a photo here too.
     *
     * @throws IllegalArgumentException when a side has no item or an item no sample
     */
    public FaceScore compareItems(List<List<float[]>> left, List<List<float[]>> right) {
        return score(left.stream()
                .flatMapToDouble(a -> right.stream().mapToDouble(b -> similarity(a, b)))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("Nothing to compare")));
    }

    private double similarity(List<float[]> left, List<float[]> right) {
        return left.stream()
                .flatMapToDouble(a -> right.stream().mapToDouble(b -> similarity.of(a, b)))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("No sample"));
    }

    private FaceScore score(double similarity) {
        return new FaceScore(calibration.score(similarity), similarity);
    }
}
