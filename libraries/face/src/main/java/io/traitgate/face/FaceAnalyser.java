package io.traitgate.face;

import io.traitgate.contract.error.ApiError;
import io.traitgate.face.detection.Detection;
import io.traitgate.face.detection.FaceDetector;
import io.traitgate.face.image.Point;
import io.traitgate.face.image.Pyramid;
import io.traitgate.face.mesh.FaceMesh;
import io.traitgate.face.quality.FaceQuality;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.inference.measure.Stages;
import io.traitgate.media.RgbImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges a picture or the frames of a video: one face, upright, near, lit and sharp enough, or the contract's code for
 * what is wrong. Of several faces the most prominent counts: large, and near the middle of the picture. Needs a core for
 * some 20 ms: belongs on a lane.
 */
public final class FaceAnalyser {
    private static final double SURE = 0.8;
    private static final double CLEARLY_SURER = 0.05;
    /** How much of its size a face loses, for the choice, in a corner of the picture. */
    private static final double ASIDE = 0.5;

    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceQuality quality;

    public FaceAnalyser(FaceDetector detector, FaceMesh mesh, FaceQuality quality) {
        this.detector = detector;
        this.mesh = mesh;
        this.quality = quality;
    }

    /** What to do with a face that lies on its side or stands on its head. */
    public enum Sideways {
        /** Refuse it with code 6. */
        REFUSE,
        /** Turn it upright: for clients that lose a photo's orientation flag. */
        TURN
    }

    private record Upright(Pyramid picture, Detection face, Turn turn) {}

    /** Judges a photo. */
    public FaceAnalysis analyse(RgbImage image, Sideways sideways) {
        var upright = find(image);
        if (upright.isEmpty()) {
            return new FaceAnalysis.Refused(ApiError.NO_FACE);
        }
        var face = upright.get();
        if (face.turn() != Turn.NONE && sideways == Sideways.REFUSE) {
            return new FaceAnalysis.Refused(ApiError.WRONG_ORIENTATION);
        }
        return judge(face.picture(), face.face());
    }

    /**
     * Judges the frames of a video and keeps the best. Where none is good enough, the answer is the fault of most frames.
     *
     * @param frames at least one; each costs as much as a photo
     * @param best most samples to keep, at least 1
     */
    public FaceAnalysis analyse(List<RgbImage> frames, Sideways sideways, int best) {
        var analyses = frames.stream().map(frame -> analyse(frame, sideways)).toList();
        var accepted = new ArrayList<FaceAnalysis.Accepted>();
        var refused = new ArrayList<FaceAnalysis.Refused>();
        for (var analysis : analyses) {
            switch (analysis) {
                case FaceAnalysis.Accepted face -> accepted.add(face);
                case FaceAnalysis.Refused face -> refused.add(face);
            }
        }
        if (accepted.isEmpty()) {
            return mostFrequent(refused);
        }
        accepted.sort(Comparator.comparingDouble((FaceAnalysis.Accepted face) ->
                        face.samples().getFirst().quality())
                .reversed());
        return new FaceAnalysis.Accepted(
                accepted.stream()
                        .limit(best)
                        .map(face -> face.samples().getFirst())
                        .toList(),
                accepted.getFirst().measures());
    }

    private static FaceAnalysis.Refused mostFrequent(List<FaceAnalysis.Refused> refused) {
        var counts =
                refused.stream().collect(Collectors.groupingBy(FaceAnalysis.Refused::error, Collectors.counting()));
        return refused.stream()
                .max(Comparator.comparingLong(face -> counts.getOrDefault(face.error(), 0L)))
                .orElseThrow(() -> new IllegalArgumentException("A video without frames"));
    }

    private FaceAnalysis judge(Pyramid picture, Detection face) {
        var found = Stages.time("align", () -> mesh.find(picture, face));
        var measures = Stages.time("quality", () -> quality.measure(picture.image(), face, found));
        return quality.fault(measures)
                .<FaceAnalysis>map(fault -> new FaceAnalysis.Refused(fault.error(), measures, fault.gate()))
                .orElseGet(() -> new FaceAnalysis.Accepted(
                        List.of(FaceSample.cut(picture.image(), face, found.mesh(), measures.score())), measures));
    }

    /**
     * The most prominent face, in a picture turned so that it stands upright. The detector also finds faces that lie or
     * stand on their heads, so the picture is turned by what it found; only where it found none all turns are tried, and a
     * face that is found only so must be a sure one.
     */
    private Optional<Upright> find(RgbImage image) {
        var picture = new Pyramid(image);
        var face = mostProminent(picture);
        if (face.isPresent()) {
            return Optional.of(upright(picture, face.get()));
        }
        for (var turn : List.of(Turn.CLOCKWISE, Turn.COUNTER_CLOCKWISE, Turn.HALF)) {
            var upright = turned(image, turn).filter(found -> found.face().score() >= SURE);
            if (upright.isPresent()) {
                return upright;
            }
        }
        return Optional.empty();
    }

    private Upright upright(Pyramid picture, Detection face) {
        var turn = Turn.against(face.roll());
        var asFound = new Upright(picture, face, turn);
        if (turn != Turn.NONE) {
            return turned(picture.image(), turn).orElse(asFound);
        }
        // A face on its head is found too, with points as if it stood upright, but never surely.
        return face.score() >= SURE
                ? asFound
                : turned(picture.image(), Turn.HALF)
                        .filter(half -> half.face().score() > face.score() + CLEARLY_SURER)
                        .orElse(asFound);
    }

    private Optional<Upright> turned(RgbImage image, Turn turn) {
        var picture = new Pyramid(turn.apply(image));
        return mostProminent(picture)
                .filter(face -> Turn.against(face.roll()) == Turn.NONE)
                .map(face -> new Upright(picture, face, turn));
    }

    private Optional<Detection> mostProminent(Pyramid picture) {
        return Stages.time("detect", () -> detector.detect(picture)).stream()
                .max(Comparator.comparingDouble(face -> prominence(face, picture.image())));
    }

    /** Who takes a picture of themselves is large and near its middle; who stands behind them may be as large. */
    static double prominence(Detection face, RgbImage image) {
        var middle = new Point(image.width() / 2.0, image.height() / 2.0);
        var aside = face.centre().distance(middle) / Math.hypot(middle.x(), middle.y());
        return face.score() * face.side() * (1 - ASIDE * aside);
    }
}
