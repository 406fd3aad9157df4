package io.traitgate.face.score;

/** How alike two embeddings of one network are: the larger, the more likely one person. */
public enum Similarity {
    /** The cosine of the angle between two embeddings of any length, -1 to 1. */
    COSINE {
        @Override
        public double of(float[] a, float[] b) {
            var dot = 0.0;
            var aa = 0.0;
            var bb = 0.0;
            for (int i = 0, n = sameLength(a, b); i < n; i++) {
                dot += a[i] * b[i];
                aa += a[i] * a[i];
                bb += b[i] * b[i];
            }
            return dot / Math.sqrt(aa * bb);
        }
    },
    /** One minus the Euclidean distance: 1 for the same, without a lower bound. */
    ONE_MINUS_DISTANCE {
        @Override
        public double of(float[] a, float[] b) {
            var sum = 0.0;
            for (int i = 0, n = sameLength(a, b); i < n; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
            return 1 - Math.sqrt(sum);
        }
    };

    /**
     * The similarity of two embeddings.
     *
     * @throws IllegalArgumentException when they differ in length: they are not of one network
     */
    public abstract double of(float[] a, float[] b);

    private static int sameLength(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Embeddings of %d and %d values".formatted(a.length, b.length));
        }
        return a.length;
    }
}
