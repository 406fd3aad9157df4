package io.traitgate.benchmarks.climbing;

import io.traitgate.face.score.Calibration;
import io.traitgate.face.score.FaceTemplate;
import java.util.List;
import java.util.Random;

/**
 * Attacks on many people, with one seed each: how many of them fall. A person has fallen when a call was accepted, or when
 * a photo of the embedding that the attacker has rebuilt by then would be.
 */
final class Campaign {
    private final Calibration calibration;
    private final List<FaceTemplate> targets;
    private final Album album;
    private final FaceSpace faces;
    private final long seed;

    Campaign(Calibration calibration, List<FaceTemplate> targets, Album album, long seed) {
        this.calibration = calibration;
        this.targets = List.copyOf(targets);
        this.album = album;
        this.faces = album.space();
        this.seed = seed;
    }

    /** The share of people who have fallen after so many calls each; calls are made one after the other, in one month. */
    double[] afterCalls(Method method, Defence defence, int... calls) {
        var fallen = new double[calls.length];
        for (var i = 0; i < targets.size(); i++) {
            var siege = siege(method, defence, i);
            for (var j = 0; j < calls.length; j++) {
                siege.continueTo(calls[j]);
                fallen[j] += siege.hasFallen() ? 1.0 / targets.size() : 0;
            }
        }
        return fallen;
    }

    /** The share of people who have fallen after so many months, in each of which the budget was used up. */
    double[] afterMonths(Method method, Defence defence, int... months) {
        var fallen = new double[months.length];
        for (var i = 0; i < targets.size(); i++) {
            var siege = siege(method, defence, i);
            var month = 0;
            for (var j = 0; j < months.length; j++) {
                for (; month < months[j]; month++) {
                    siege.useUpMonth();
                }
                fallen[j] += siege.hasFallen() ? 1.0 / targets.size() : 0;
            }
        }
        return fallen;
    }

    int size() {
        return targets.size();
    }

    private Siege siege(Method method, Defence defence, int target) {
        var oracle = new Oracle(calibration, targets.get(target), defence);
        return new Siege(oracle, method.begin(album, faces, oracle.flatEnd(), new Random(seed + target)));
    }
}
