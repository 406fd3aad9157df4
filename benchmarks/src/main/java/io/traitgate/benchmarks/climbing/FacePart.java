package io.traitgate.benchmarks.climbing;

/** The parts that faces are put together from: ellipses with soft edges in the frame of {@link Collage}. */
enum FacePart {
    LEFT_EYE(66, 72, 26, 22),
    RIGHT_EYE(114, 72, 26, 22),
    EYES(90, 72, 56, 24),
    NOSE(90, 98, 20, 30),
    MOUTH(90, 126, 32, 18),
    JAW(90, 146, 50, 26),
    LEFT_CHEEK(54, 112, 24, 28),
    RIGHT_CHEEK(126, 112, 24, 28),
    FOREHEAD(90, 42, 60, 28),
    FACE(90, 96, 62, 80);

    /** From here to the rim the part fades out. */
    private static final double SOLID = 0.6;

    private final double x;
    private final double y;
    private final double width;
    private final double height;

    FacePart(double x, double y, double width, double height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /** How much of a pixel the part covers, 0 to 1. */
    double cover(int column, int row) {
        var distance = Math.hypot((column - x) / width, (row - y) / height);
        var share = Math.clamp((1 - distance) / (1 - SOLID), 0, 1);
        return share * share * (3 - 2 * share);
    }
}
