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
    public Optional<ApiError> fault(QualityMeasures face) {
        if (face.landmarks() < thresholds.landmarks()) {
            return Optional.of(ApiError.NO_FACIAL_POINTS);
        }
        if (face.eyeDistance() < thresholds.eyeDistance()) {
            return Optional.of(ApiError.FACE_TOO_FAR);
        }
        if (Math.abs(face.yaw()) > thresholds.yaw()) {
            return Optional.of(ApiError.WRONG_ORIENTATION);
        }
        return lightFault(face).or(() -> blurFault(face));
    }

    private Optional<ApiError> lightFault(QualityMeasures face) {
        if (face.brightness() < thresholds.darkest()) {
            return Optional.of(ApiError.POOR_BRIGHTNESS);
        }
        var tooBright = face.brightness() > thresholds.brightest() || face.overExposed() > thresholds.overExposed();
        if (!tooBright && face.contrast() < thresholds.contrast()) {
            return Optional.of(ApiError.POOR_CONTRAST);
        }
        return tooBright || face.shadows() > thresholds.shadows()
                ? Optional.of(ApiError.POOR_BRIGHTNESS)
                : Optional.empty();
    }

    private Optional<ApiError> blurFault(QualityMeasures face) {
        if (face.directionality() > thresholds.directionality() && face.blur() > thresholds.motionBlur()) {
            return Optional.of(ApiError.MOTION_BLUR);
        }
        if (face.blur() > thresholds.strongBlur()) {
            return Optional.of(ApiError.BLURRY);
        }
        return face.blur() > thresholds.softBlur() ? Optional.of(ApiError.POOR_SHARPNESS) : Optional.empty();
    }

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
