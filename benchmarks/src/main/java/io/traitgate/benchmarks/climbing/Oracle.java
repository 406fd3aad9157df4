package io.traitgate.benchmarks.climbing;

import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.FaceScorer;
import io.traitgate.face.score.FaceTemplate;
import java.util.List;
import java.util.Optional;

/**
 * A server with one enrolled person, as an attacker sees it who sends photos and reads scores. It scores with the classes
 * of the service and answers after a {@link Defence}. The attacker is granted what is public: the networks and the
 * calibration, so that a score is an interval of the similarity.
 */
final class Oracle {
    private static final double ACCEPTED = 0.5;
    private static final double STEP = 0.01;

    private final FaceScorer scorer;
    private final Calibration calibration;
    private final FaceTemplate template;
    private final Defence defence;
    private int calls;
    private int failures;
    private boolean entered;

    Oracle(Calibration calibration, FaceTemplate template, Defence defence) {
        this.scorer = new FaceScorer(template.modelVersion(), calibration.similarity(), calibration);
        this.calibration = calibration;
        this.template = template;
        this.defence = defence;
    }

    /**
     * One authentication.
     *
     * @param items embeddings of its photos; a call may bring up to 20
     * @return what is told of the mean similarity of the items; empty if the call is refused
     */
    Optional<Interval> ask(List<float[]> items) {
        if (failures >= defence.failures()) {
            return Optional.empty();
        }
        calls++;
        var result = scorer.scoreItems(items.stream().map(List::of).toList(), template);
        var accepted = result.score() >= ACCEPTED;
        entered |= accepted;
        if (!accepted && failures++ >= defence.told()) {
            return Optional.of(Interval.below(calibration.similarityOf(ACCEPTED)));
        }
        return Optional.of(defence.coarse() ? interval(result.score()) : Interval.exactly(result.similarity()));
    }

    private Interval interval(double score) {
        return new Interval(
                score <= 0 ? Double.NEGATIVE_INFINITY : calibration.similarityOf(score),
                score >= 1 ? Double.POSITIVE_INFINITY : calibration.similarityOf(score + STEP));
    }

    /** A new month: the failures of the last one no longer count. */
    void forgetFailures() {
        failures = 0;
    }

    /** Answered calls so far. */
    int calls() {
        return calls;
    }

    /** Whether one of the calls was accepted as the person. */
    boolean entered() {
        return entered;
    }

    /** Whether a photo with this embedding would be accepted. For the experiment; the attacker does not learn it. */
    boolean admits(float[] embedding) {
        return scorer.score(List.of(embedding), template).score() >= ACCEPTED;
    }

    /** The similarity of a call's photos. For the experiment; the attacker does not learn it. */
    double similarity(List<float[]> items) {
        return scorer.scoreItems(items.stream().map(List::of).toList(), template)
                .similarity();
    }

    /** The similarity from which on a score is above 0: public. */
    double flatEnd() {
        return calibration.points().getFirst().similarity();
    }
}
