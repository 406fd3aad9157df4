package io.traitgate.face;

import io.traitgate.media.Orientation;
import io.traitgate.media.RgbImage;

/** A turn by right angles. */
enum Turn {
    NONE(Orientation.UPRIGHT),
    CLOCKWISE(Orientation.TURNED_90),
    HALF(Orientation.TURNED_180),
    COUNTER_CLOCKWISE(Orientation.TURNED_270);

    private final Orientation orientation;

    Turn(Orientation orientation) {
        this.orientation = orientation;
    }

    RgbImage apply(RgbImage image) {
        return orientation.apply(image);
    }

    /** The turn that sets a face upright again. */
    static Turn against(double roll) {
        return switch (Math.floorMod(Math.round(roll / (Math.PI / 2)), 4)) {
            case 1 -> COUNTER_CLOCKWISE;
            case 2 -> HALF;
            case 3 -> CLOCKWISE;
            default -> NONE;
        };
    }
}
