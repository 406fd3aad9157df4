package io.traitgate.face.quality;

import io.traitgate.contract.error.ApiError;
import io.traitgate.face.detection.Detection;
import io.traitgate.face.image.AreaScaling;
import io.traitgate.face.image.Luma;
import io.traitgate.face.image.Region;
import io.traitgate.face.mesh.FaceMesh;
import io.traitgate.face.mesh.Mesh;
import io.traitgate.face.mesh.MeshPoints;
import io.traitgate.media.RgbImage;
import java.util.Optional;

/**
 * The gates that an upright face passes before it counts, after ISO/IEC 29794-5:2025 where that has a measure. They judge
 * whether the recogniser can do with the picture, not whether it is a passport photograph.
 */
public final class FaceQuality {
    /**
     * Blur is measured on the picture's own pixels, but on no more of them across a face than this: a large photograph may
     * be soft pixel by pixel and still hold all that counts.
     */
    private static final int LARGEST_FACE = 300;

    private final QualityThresholds thresholds;

    public FaceQuality(QualityThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Measures a face of an upright picture. */
    public QualityMeasures measure(RgbImage image, Detection face, FaceMesh.Found found) {
        var mesh = found.mesh();
        var luma = Luma.of(atMost(LARGEST_FACE, region(image, mesh).cut(image)));
        var light = LuminanceStatistics.of(luma);
        var blur = BlurEstimate.of(luma);
        return new QualityMeasures(
                face.score(),
                found.score(),
                eyeDistance(mesh),
                Math.toDegrees(face.roll()),
                yaw(mesh),
                light.mean(),
                light.deviation(),
                light.underExposed(),
                light.overExposed(),
                light.entropy(),
                light.shadows(),
                blur.sigma(),
                blur.directionality());
    }

    /**
     * The first gate that the face does not pass, in the order in which a person would mend it: no points, too far, badly
     * lit, blurred.
     */
    public Optional<Fault> fault(QualityMeasures face) {
        if (face.landmarks() < thresholds.landmarks()) {
            return below(ApiError.NO_FACIAL_POINTS, "landmarks", thresholds.landmarks());
        }
        if (face.eyeDistance() < thresholds.eyeDistance()) {
            return below(ApiError.FACE_TOO_FAR, "eyeDistance", thresholds.eyeDistance());
        }
        if (Math.abs(face.yaw()) > thresholds.yaw()) {
            return above(ApiError.WRONG_ORIENTATION, "yaw", thresholds.yaw());
        }
        return lightFault(face).or(() -> blurFault(face));
    }

    private Optional<Fault> lightFault(QualityMeasures face) {
        if (face.brightness() < thresholds.darkest()) {
            return below(ApiError.POOR_BRIGHTNESS, "brightness", thresholds.darkest());
        }
        if (face.brightness() > thresholds.brightest()) {
            return above(ApiError.POOR_BRIGHTNESS, "brightness", thresholds.brightest());
        }
        if (face.overExposed() > thresholds.overExposed()) {
            return above(ApiError.POOR_BRIGHTNESS, "overExposed", thresholds.overExposed());
        }
        if (face.contrast() < thresholds.contrast()) {
            return below(ApiError.POOR_CONTRAST, "contrast", thresholds.contrast());
        }
        return face.shadows() > thresholds.shadows()
                ? above(ApiError.POOR_BRIGHTNESS, "shadows", thresholds.shadows())
                : Optional.empty();
    }

    private Optional<Fault> blurFault(QualityMeasures face) {
        if (face.directionality() > thresholds.directionality() && face.blur() > thresholds.motionBlur()) {
            return above(ApiError.MOTION_BLUR, "blur", thresholds.motionBlur());
        }
        if (face.blur() > thresholds.strongBlur()) {
            return above(ApiError.BLURRY, "blur", thresholds.strongBlur());
        }
        return face.blur() > thresholds.softBlur()
                ? above(ApiError.POOR_SHARPNESS, "blur", thresholds.softBlur())
                : Optional.empty();
    }

    private static Optional<Fault> below(ApiError error, String measure, double least) {
        return Optional.of(new Fault(error, new Gate(measure, least, true)));
    }

    private static Optional<Fault> above(ApiError error, String measure, double largest) {
        return Optional.of(new Fault(error, new Gate(measure, largest, false)));
    }

    /** Why a face is refused. */
    public record Fault(ApiError error, Gate gate) {}

    /**
     * A gate that a face did not pass.
     *
     * @param measure name of the measure, as {@link QualityMeasures#byName} has it
     * @param limit what it had to keep to
     * @param least whether the limit is the least that passes; else it is the largest
     */
    public record Gate(String measure, double limit, boolean least) {}

    /** In the picture, made longer by the turn of the head, as ISO/IEC 29794-5 has it. */
    private static double eyeDistance(Mesh mesh) {
        var seen = mesh.mean(MeshPoints.LEFT_EYE_OUTER, MeshPoints.LEFT_EYE_INNER)
                .distance(mesh.mean(MeshPoints.RIGHT_EYE_INNER, MeshPoints.RIGHT_EYE_OUTER));
        return seen / Math.max(0.2, Math.cos(Math.toRadians(yaw(mesh))));
    }

    /** The turn by the depths of the outer eye corners: the line through them leaves the picture's plane by the yaw. */
    private static double yaw(Mesh mesh) {
        var across = mesh.point(MeshPoints.LEFT_EYE_OUTER).distance(mesh.point(MeshPoints.RIGHT_EYE_OUTER));
        var depth = mesh.depth(MeshPoints.RIGHT_EYE_OUTER) - mesh.depth(MeshPoints.LEFT_EYE_OUTER);
        return Math.toDegrees(Math.atan2(depth, across));
    }

    /** The mesh's bounding box. */
    private static Region region(RgbImage image, Mesh mesh) {
        var left = Double.MAX_VALUE;
        var top = Double.MAX_VALUE;
        var right = -Double.MAX_VALUE;
        var bottom = -Double.MAX_VALUE;
        for (var i = 0; i < Mesh.POINTS; i++) {
            var point = mesh.point(i);
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return Region.within(image, left, top, right, bottom);
    }

    private static RgbImage atMost(int width, RgbImage face) {
        if (face.width() <= width) {
            return face;
        }
        return AreaScaling.scale(face, width, Math.max(1, face.height() * width / face.width()));
    }
}
