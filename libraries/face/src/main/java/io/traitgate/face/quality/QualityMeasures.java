package io.traitgate.face.quality;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured of a face, for the event log and for the choice of the best frames.
 *
 * @param detection the detector's score, 0 to 1
 * @param landmarks the mesh network's score, 0 to 1
 * @param eyeDistance between the middles of the eyes, in pixels of the picture, as if seen from the front
 * @param roll turn in the picture's plane, degrees, clockwise
 * @param yaw turn of the head to the side, degrees, by the mesh's depths: rough
 * @param brightness mean luma of the face, 0 to 255
 * @param contrast standard deviation of the luma
 * @param underExposed share of nearly black pixels
 * @param overExposed share of nearly white pixels
 * @param entropy of the luma histogram in bits
 * @param shadows luma that 2 % of the face's pixels do not exceed
 * @param blur width of the edges in pixels, at most 300 pixels a face
 * @param directionality how much the blur has a direction, 1 or more
 */
public record QualityMeasures(
        double detection,
        double landmarks,
        double eyeDistance,
        double roll,
        double yaw,
        double brightness,
        double contrast,
        double underExposed,
        double overExposed,
        double entropy,
        double shadows,
        double blur,
        double directionality) {

    /** All by name, rounded to what they are good for, in a fixed order. */
    public Map<String, Double> byName() {
        var all = new LinkedHashMap<String, Double>();
        all.put("detection", detection);
        all.put("landmarks", landmarks);
        all.put("eyeDistance", eyeDistance);
        all.put("roll", roll);
        all.put("yaw", yaw);
        all.put("brightness", brightness);
        all.put("contrast", contrast);
        all.put("underExposed", underExposed);
        all.put("overExposed", overExposed);
        all.put("entropy", entropy);
        all.put("shadows", shadows);
        all.put("blur", blur);
        all.put("directionality", directionality);
        all.replaceAll((name, value) -> Math.round(value * 1000) / 1000.0);
        return all;
    }

    /**
     * One number from 0 to 1 for the usefulness of an accepted face: the geometric mean of size, sharpness, frontal pose,
     * exposure and certainty. It ranks frames and weighs a template's embeddings; it promises nothing else.
     */
    public double score() {
        var size = rising(eyeDistance, 20, 64);
        var sharpness = rising(-blur, -3.5, -0.8);
        var pose = rising(-Math.abs(yaw), -70, -10);
        var exposure = rising(contrast, 5, 35) * rising(-underExposed - overExposed, -0.8, -0.1);
        var certainty = detection * landmarks;
        return Math.pow(size * sharpness * pose * exposure * certainty, 0.2);
    }

    /** From 0.05 below the interval to 1 above: one bad measure lowers the product, and never to nothing. */
    private static double rising(double value, double low, double high) {
        return Math.clamp((value - low) / (high - low), 0.05, 1);
    }
}
