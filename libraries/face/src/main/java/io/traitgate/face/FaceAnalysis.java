package io.traitgate.face;

import io.traitgate.contract.error.ApiError;
import io.traitgate.face.quality.FaceQuality;
import io.traitgate.face.quality.QualityMeasures;
import io.traitgate.face.sample.FaceSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome for one item of a request, photo or video. */
public sealed interface FaceAnalysis {

    /**
     * The item counts.
     *
     * @param samples one of a photo, the best frames of a video, best first
     * @param measures of the first sample
     */
    record Accepted(List<FaceSample> samples, QualityMeasures measures) implements FaceAnalysis {
        public Accepted {
            samples = List.copyOf(samples);
            if (samples.isEmpty()) {
                throw new IllegalArgumentException("An accepted item has a sample");
            }
        }
    }

    /**
     * The item does not count.
     *
     * @param error the contract's code for the reason
     * @param measures of the face, null where none was found or it lies on its side
     * @param gate the measure that was beyond its limit, null where none was measured
     */
    record Refused(ApiError error, @Nullable QualityMeasures measures, FaceQuality.@Nullable Gate gate)
            implements FaceAnalysis {

        /** Refused before anything was measured. */
        Refused(ApiError error) {
            this(error, null, null);
        }
    }
}
