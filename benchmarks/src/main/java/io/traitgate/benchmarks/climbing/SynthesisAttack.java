package io.traitgate.benchmarks.climbing;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The strongest: can make a photo with any embedding, as generators trained for it can. Sends photos of strangers until
 * one is alike enough to be told of, then climbs: each probe is a guess at the embedding itself, after all answers so far.
 * Hill climbing after Adler (2004) and Galbally et al. (2010), in the space of embeddings.
 */
final class SynthesisAttack implements Attack {
    /** So many exact scores of strangers before the first guess. */
    private static final int FIRST = 10;

    private final Belief belief;
    private final PhotoAttack strangers;
    private final RandomGenerator random;
    private boolean somebodyIsAlike;
    private int answers;

    SynthesisAttack(FaceSpace faces, List<float[]> photos, RandomGenerator random) {
        this.belief = new Belief(faces);
        this.strangers = new PhotoAttack(faces, photos);
        this.random = random;
    }

    @Override
    public Optional<List<float[]>> next() {
        if (somebodyIsAlike && answers >= FIRST) {
            return Optional.of(List.of(belief.guess(random)));
        }
        var stranger = strangers.next();
        return stranger.isPresent() ? stranger : Optional.of(List.of(belief.guess(random)));
    }

    @Override
    public void learn(List<float[]> items, Interval told) {
        answers++;
        somebodyIsAlike |= told.isBounded();
        belief.learn(items.getFirst(), told);
    }

    @Override
    public float[] rebuilt() {
        return belief.mostLikely();
    }
}
