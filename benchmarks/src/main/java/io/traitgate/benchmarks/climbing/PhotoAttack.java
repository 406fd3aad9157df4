package io.traitgate.benchmarks.climbing;

import java.util.List;
import java.util.Optional;

/**
 * Sends photos of strangers, whatever the answers are, and solves for the embedding that explains the scores: needs nothing
 * but a folder of portraits and the public network. After Mohanty, Sarkar and Kasturi (2007), Kim et al. (2024) and Bassit
 * et al. (2025), with the distribution of faces as a prior.
 */
final class PhotoAttack implements Attack {
    private final Belief belief;
    private final List<float[]> photos;
    private int sent;

    PhotoAttack(FaceSpace faces, List<float[]> photos) {
        this.belief = new Belief(faces);
        this.photos = photos;
    }

    @Override
    public Optional<List<float[]>> next() {
        return sent < photos.size() ? Optional.of(List.of(photos.get(sent++))) : Optional.empty();
    }

    @Override
    public void learn(List<float[]> items, Interval told) {
        belief.learn(items.getFirst(), told);
    }

    @Override
    public float[] rebuilt() {
        return belief.mostLikely();
    }
}
