package io.traitgate.inference.model;

/**
 * How a square RGB picture becomes the network's input: {@code (value - mean) * scale} of each colour value 0 to 255,
 * as float32 in the order batch, row, column, channel.
 *
 * @param tensor name of the input
 * @param side width and height in pixels
 * @param mean subtracted from each value
 * @param scale what the difference is multiplied with
 */
public record InputRecipe(String tensor, int side, float mean, float scale) {

    /** Number of values of one picture. */
    public int values() {
        return side * side * 3;
    }

    /** The shape of a batch of pictures. */
    public long[] shape(int batch) {
        return new long[] {batch, side, side, 3};
    }

    /** Turns colour values of 0 to 255 into the network's values, in place. */
    public void apply(float[] values) {
        for (var i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) * scale;
        }
    }
}
