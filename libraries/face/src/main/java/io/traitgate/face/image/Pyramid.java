package io.traitgate.face.image;

import io.traitgate.media.RgbImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture and its halvings, made when needed. Bilinear sampling looks at four pixels only; where a network's input is
 * more than four times coarser than the picture, it is sampled from a halving instead, so that fine texture does not turn
 * into noise. Not thread-safe.
 */
public final class Pyramid {
    private static final double COARSEST_STEP = 4;
    private final List<RgbImage> levels = new ArrayList<>();

    public Pyramid(RgbImage image) {
        levels.add(image);
    }

    /** The picture in full. */
    public RgbImage image() {
        return levels.getFirst();
    }

    /**
     * Samples a square of {@code side} pixels as values 0 to 255 in the order row, column, channel; black outside.
     *
     * @param toImage from the square's pixels to this picture's
     */
    public float[] sample(Affine toImage, int side) {
        var level = 0;
        for (var step = toImage.scale(); step > COARSEST_STEP; step /= 2) {
            level++;
        }
        var map = toImage;
        for (var i = 0; i < level; i++) {
            // The centre of a halved pixel lies between the centres of the two it was made from.
            map = map.then(Affine.scaling(0.5, -0.25, -0.25));
        }
        return Bilinear.sample(level(level), map, side, side);
    }

    private RgbImage level(int index) {
        while (levels.size() <= index) {
            var last = levels.getLast();
            levels.add(AreaScaling.scale(last, (last.width() + 1) / 2, (last.height() + 1) / 2));
        }
        return levels.get(index);
    }
}
