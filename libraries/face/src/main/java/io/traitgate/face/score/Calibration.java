package io.traitgate.face.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A monotone map from similarity to score, linear between its points and flat outside of them. The first point has score
 * 0 and is the similarity of a 10 % false match rate, score 0.5 stands for 1 in 10,000, the last point has score 1. It
 * holds for one network file and says where it comes from.
 *
 * @param format version of the file, 1
 * @param model name of the network
 * @param modelVersion that it was measured with
 * @param similarity the measure that the points are in
 * @param points at least two, rising in both values
 * @param origin what it was measured on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Calibration(
        int format, String model, String modelVersion, Similarity similarity, List<Knot> points, Origin origin) {
    private static final double STEPS = 100;
    /** Far below a step and far above the rounding of the sums: a point's own similarity reaches its score. */
    private static final double ROUNDING = 1e-9;

    /** A point of the map. */
    public record Knot(double similarity, double score) {}

    /**
     * What a calibration rests on.
     *
     * @param dataset name
     * @param date of the measurement, ISO 8601
     * @param people in it
     * @param images in it
     * @param refused images that the quality gates kept out
     * @param genuinePairs pairs of one person
     * @param impostorPairs pairs of different people
     * @param thresholds similarity at stated false match rates
     * @param clearEnd how the similarity of score 1 was found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(
            String dataset,
            String date,
            int people,
            int images,
            int refused,
            long genuinePairs,
            long impostorPairs,
            List<Threshold> thresholds,
            @Nullable String clearEnd) {
        public Origin {
            thresholds = List.copyOf(thresholds);
        }
    }

    /** The similarity that this share of the pairs of different people reaches. */
    public record Threshold(double falseMatchRate, double similarity) {}

    public Calibration {
        if (format != 1) {
            throw new IllegalArgumentException("Unknown format of a calibration: " + format);
        }
        requireAll(model, modelVersion, similarity, points, origin);
        points = List.copyOf(points);
        if (points.size() < 2
                || points.getFirst().score() != 0
                || points.getLast().score() != 1) {
            throw new IllegalArgumentException("A calibration leads from score 0 to score 1");
        }
        for (var i = 1; i < points.size(); i++) {
            if (!(points.get(i).similarity() > points.get(i - 1).similarity())
                    || !(points.get(i).score() > points.get(i - 1).score())) {
                throw new IllegalArgumentException("The points of a calibration rise in both values");
            }
        }
    }

    /** A file may lack anything. */
    private static void requireAll(@Nullable Object... parts) {
        for (var part : parts) {
            if (part == null) {
                throw new IllegalArgumentException(
                        "A calibration has the fields format, model, modelVersion, similarity, points and origin");
            }
        }
    }

    /**
     * The score, 0 to 1 in steps of 0.01, rounded down, so that 0.5 is never reached below its similarity. NaN, which no
     * sound embedding gives, is 0.
     */
    public double score(double value) {
        return Math.floor(exact(value) * STEPS + ROUNDING) / STEPS;
    }

    private double exact(double value) {
        if (!(value > points.getFirst().similarity())) {
            return 0;
        }
        for (var i = 1; i < points.size(); i++) {
            var low = points.get(i - 1);
            var high = points.get(i);
            if (value < high.similarity()) {
                var share = (value - low.similarity()) / (high.similarity() - low.similarity());
                return low.score() + share * (high.score() - low.score());
            }
        }
        return 1;
    }

    /** The similarity from which on a score above 0 is given: the other way round. */
    public double similarityOf(double score) {
        for (var i = 1; i < points.size(); i++) {
            var low = points.get(i - 1);
            var high = points.get(i);
            if (score <= high.score()) {
                var share = (score - low.score()) / (high.score() - low.score());
                return low.similarity() + share * (high.similarity() - low.similarity());
            }
        }
        return points.getLast().similarity();
    }
}
