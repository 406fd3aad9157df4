package io.traitgate.face.quality;

/**
 * What a face must measure to be accepted. The defaults refuse few ordinary photographs and most that a person would
 * call unusable; {@code docs/accuracy.md} has the figures.
 *
 * @param landmarks least score of the mesh network
 * @param eyeDistance least distance between the eyes in pixels
 * @param yaw largest turn of the head in degrees
 * @param darkest least mean luma
 * @param brightest largest mean luma
 * @param shadows largest luma of the darkest parts
 * @param overExposed largest share of nearly white pixels
 * @param contrast least standard deviation of the luma
 * @param directionality blur with more direction than this and wider than {@code motionBlur} is motion
 * @param motionBlur see above, pixels
 * @param softBlur widest edges that are still sharp, pixels
 * @param strongBlur edges wider than this are blurry, not only soft
 */
public record QualityThresholds(
        double landmarks,
        double eyeDistance,
        double yaw,
        double darkest,
        double brightest,
        double shadows,
        double overExposed,
        double contrast,
        double directionality,
        double motionBlur,
        double softBlur,
        double strongBlur) {

    public static QualityThresholds defaults() {
        return new QualityThresholds(0.5, 28, 65, 30, 225, 145, 0.5, 9, 1.4, 2.2, 2.5, 4.5);
    }
}
