package io.traitgate.face.score;

/**
 * An embedding of a template. A person's features: never logged.
 *
 * @param values as the network gave them; not to be changed
 * @param weight above 0; the quality of the sample it was made from
 */
@SuppressWarnings("ArrayRecordComponent")
public record WeightedEmbedding(float[] values, double weight) {

    public WeightedEmbedding {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("A weight is above 0, not " + weight);
        }
    }

    @Override
    public String toString() {
        return "WeightedEmbedding[%d values]".formatted(values.length);
    }
}
