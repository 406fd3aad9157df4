package io.traitgate.benchmarks.climbing;

import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.FaceTemplate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Searches for collages against many people, with one seed each: how many of them are entered. */
final class CollageCampaign {
    private final FaceLab lab;
    private final Calibration calibration;
    private final List<FaceTemplate> targets;
    private final List<Collage> strangers;
    private final long seed;

    CollageCampaign(
            FaceLab lab, Calibration calibration, List<FaceTemplate> targets, List<Collage> strangers, long seed) {
        this.lab = lab;
        this.calibration = calibration;
        this.targets = List.copyOf(targets);
        // A few collages of a whole face are refused by the gates.
        this.strangers = strangers.stream()
                .filter(face -> lab.look(face.picture()).isPresent())
                .toList();
        this.seed = seed;
    }

    /** From where a search sets out. */
    enum Start {
        STRANGERS("strangers"),
        LOOKALIKE("the most alike stranger, who was known beforehand");

        private final String title;

        Start(String title) {
            this.title = title;
        }

        /** For the tables. */
        String title() {
            return title;
        }
    }

    /** The share of people who have been entered after so many calls each. */
    double[] afterCalls(Start start, Defence defence, int... calls) {
        var entered = new double[calls.length];
        for (var i = 0; i < targets.size(); i++) {
            var oracle = new Oracle(calibration, targets.get(i), defence);
            var search = new CollageSearch(lab, strangers, oracle, new Random(seed + i));
            if (start == Start.LOOKALIKE) {
                search.startFrom(mostAlike(oracle));
            }
            for (var j = 0; j < calls.length; j++) {
                search.continueTo(calls[j]);
                entered[j] += search.hasEntered() ? 1.0 / targets.size() : 0;
            }
        }
        return entered;
    }

    private Collage mostAlike(Oracle oracle) {
        return Collections.max(strangers, Comparator.comparingDouble(face -> similarity(face, oracle)));
    }

    private double similarity(Collage face, Oracle oracle) {
        return lab.look(face.picture())
                .map(sample -> oracle.similarity(List.of(lab.probe(sample))))
                .orElse(Double.NEGATIVE_INFINITY);
    }

    int size() {
        return targets.size();
    }
}
