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

        @Override
        public float[] middle(float[] a, float[] b) {
            return mean(a, 1 / length(a), b, 1 / length(b));
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

        @Override
        public float[] middle(float[] a, float[] b) {
            return mean(a, 1, b, 1);
        }
    };

    /**
     * The similarity of two embeddings.
     *
     * @throws IllegalArgumentException when they differ in length: they are not of one network
     */
    public abstract double of(float[] a, float[] b);

    /**
     * The embedding that lies half-way between two of one face: of their directions where only directions count.
     *
     * @throws IllegalArgumentException when they differ in length
     */
    public abstract float[] middle(float[] a, float[] b);

    private static float[] mean(float[] a, double weightA, float[] b, double weightB) {
        var middle = new float[sameLength(a, b)];
        for (var i = 0; i < middle.length; i++) {
            middle[i] = (float) ((weightA * a[i] + weightB * b[i]) / 2);
        }
        return middle;
    }

    private static double length(float[] values) {
        var squares = 0.0;
        for (var value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static int sameLength(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("Embeddings of %d and %d values".formatted(a.length, b.length));
        }
        return a.length;
    }
}
