package io.traitgate.benchmarks.climbing;

import java.util.List;
import java.util.Optional;

/** A way to choose probes, and to make of the answers the embedding behind a template. */
interface Attack {

    /** The photos of the next call, as embeddings of unit length; empty when the attacker has no more. */
    Optional<List<float[]>> next();

    /** Takes the answer to these photos. */
    void learn(List<float[]> items, Interval told);

    /** The embedding that the attacker would now make a photo of. */
    float[] rebuilt();
}
