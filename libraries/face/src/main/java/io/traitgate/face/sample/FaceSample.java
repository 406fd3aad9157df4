package io.traitgate.face.sample;

import io.traitgate.face.detection.Detection;
import io.traitgate.face.image.Affine;
import io.traitgate.face.image.AreaScaling;
import io.traitgate.face.image.Region;
import io.traitgate.face.mesh.Mesh;
import io.traitgate.media.RgbImage;

/**
 * What is kept of an accepted photo: the upright face region with half a face of margin on every side, its longest side at
 * most 320 pixels, and the points of the mesh in it, from which every embedder aligns. Authentication goes through a
 * sample just as enrolment does, so both see the same pixels. A person's features: never logged.
 *
 * @param image the face region
 * @param mesh in the region's pixels
 * @param quality 0 to 1, see {@link io.traitgate.face.quality.QualityMeasures#score}
 */
public record FaceSample(RgbImage image, Mesh mesh, double quality) {
    public static final int LONGEST_SIDE = 320;
    private static final double MARGIN = 0.5;

    /** Cuts the sample from an upright picture; a region that is small enough is copied pixel by pixel. */
    public static FaceSample cut(RgbImage picture, Detection face, Mesh mesh, double quality) {
        var reach = face.side() * (0.5 + MARGIN);
        var centre = face.centre();
        var region =
                Region.within(picture, centre.x() - reach, centre.y() - reach, centre.x() + reach, centre.y() + reach);
        var cut = region.cut(picture);
        var step = Math.max(1, Math.max(cut.width(), cut.height()) / (double) LONGEST_SIDE);
        var image = AreaScaling.scale(cut, Math.max(1, (int) Math.round(cut.width() / step)), Math.max(1, (int)
                Math.round(cut.height() / step)));
        // A scaled pixel's centre is the centre of the area it was averaged from.
        var scaleX = image.width() / (double) cut.width();
        var scaleY = image.height() / (double) cut.height();
        var map =
                new Affine(scaleX, 0, (0.5 - region.x()) * scaleX - 0.5, 0, scaleY, (0.5 - region.y()) * scaleY - 0.5);
        return new FaceSample(image, mesh.mapped(map), quality);
    }

    /** Size and quality only. */
    @Override
    public String toString() {
        return "FaceSample[%d x %d, quality %.2f]".formatted(image.width(), image.height(), quality);
    }
}
