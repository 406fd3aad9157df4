package io.traitgate.benchmarks.face;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Pairs that went through the running API, each score held against the offline one.
 *
 * @param genuine pairs of one person that were scored
 * @param impostor pairs of different people that were scored
 * @param refused pairs of which the API refused a picture: failures to acquire
 * @param missed genuine pairs below 0.5
 * @param mistaken impostor pairs of at least 0.5
 * @param equal pairs with the very score of the offline run; the others are one step of 0.01 away
 */
record ServedTrial(int genuine, int impostor, int refused, int missed, int mistaken, int equal) {
    private static final double STEP = 0.01;
    private static final double ROUNDING = 1e-9;
    private static final double EVEN = 0.5;

    /** Something that scores pairs as the API does. */
    interface Api {
        ServedFaces.Served compare(ImagePair pair) throws IOException;
    }

    /**
     * Runs the pairs.
     *
     * @throws IllegalStateException when the API and the offline run differ by more than a step, or in what they refuse
     */
    static ServedTrial of(List<ImagePair> pairs, Api api, OfflineFaces.Scores offline) throws IOException {
        var genuine = 0;
        var impostor = 0;
        var refused = 0;
        var missed = 0;
        var mistaken = 0;
        var equal = 0;
        for (var pair : pairs) {
            var served = api.compare(pair).score();
            var expected = offline.of(pair);
            if (served == null || expected.isEmpty()) {
                if (served != null || expected.isPresent()) {
                    throw disagreement(pair, String.valueOf(served), expected.toString());
                }
                refused++;
                continue;
            }
            var difference = Math.abs(served - expected.getAsDouble());
            if (difference > STEP + ROUNDING) {
                throw disagreement(pair, served.toString(), expected.toString());
            }
            equal += difference < ROUNDING ? 1 : 0;
            if (pair.genuine()) {
                genuine++;
                missed += served < EVEN ? 1 : 0;
            } else {
                impostor++;
                mistaken += served >= EVEN ? 1 : 0;
            }
        }
        return new ServedTrial(genuine, impostor, refused, missed, mistaken, equal);
    }

    private static IllegalStateException disagreement(ImagePair pair, String served, String offline) {
        return new IllegalStateException(
                "For %s against %s the API says %s and the offline run %s. Does the installation run another network or calibration?"
                        .formatted(
                                pair.probe().file().getFileName(),
                                pair.enrolled().file().getFileName(),
                                served,
                                offline));
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "Through the running API: %,d pairs of one person, of which %d were missed at 0.5, and %,d of different people, of"
                        + " which %d were mistaken: %s of the answers right. %d pairs were lost because a picture was refused (failure to"
                        + " acquire). Every score is within 0.01 of the offline run's; %,d of %,d are the same.%n",
                genuine,
                missed,
                impostor,
                mistaken,
                RatesTable.percent(1 - (missed + mistaken) / (double) (genuine + impostor)),
                refused,
                equal,
                genuine + impostor);
    }
}
