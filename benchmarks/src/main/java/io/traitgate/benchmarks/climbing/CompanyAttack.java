package io.traitgate.benchmarks.climbing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * As {@link PhotoAttack}, but since a call may bring several photos and is scored by their mean, a photo that alone would
 * be answered 0 goes together with copies of one that is known to be somewhat alike: that lifts the mean off the flat end,
 * and the score tells the stranger's similarity after all.
 */
final class CompanyAttack implements Attack {
    /** A call may bring 20 items. */
    private static final int MOST_COPIES = 19;

    private final Belief belief;
    private final List<float[]> photos;
    private final double flatEnd;
    private boolean somebodyIsAlike;
    private int sent;

    CompanyAttack(FaceSpace faces, List<float[]> photos, double flatEnd) {
        this.belief = new Belief(faces);
        this.photos = photos;
        this.flatEnd = flatEnd;
    }

    @Override
    public Optional<List<float[]>> next() {
        if (sent == photos.size()) {
            return Optional.empty();
        }
        var items = new ArrayList<float[]>();
        items.add(photos.get(sent++));
        if (somebodyIsAlike) {
            var alike = Collections.max(photos.subList(0, sent), Comparator.comparingDouble(belief::expected));
            items.addAll(Collections.nCopies(copies(belief.expected(alike)), alike));
        }
        return Optional.of(items);
    }

    /** So many that a stranger without any likeness just reaches the slope. */
    private int copies(double similarity) {
        return similarity > flatEnd
                ? (int) Math.clamp(Math.ceil(flatEnd / (similarity - flatEnd)), 1, MOST_COPIES)
                : MOST_COPIES;
    }

    @Override
    public void learn(List<float[]> items, Interval told) {
        somebodyIsAlike |= told.isBounded();
        var mean = new float[items.getFirst().length];
        for (var item : items) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += item[i] / items.size();
            }
        }
        belief.learn(mean, told);
    }

    @Override
    public float[] rebuilt() {
        return belief.mostLikely();
    }
}
