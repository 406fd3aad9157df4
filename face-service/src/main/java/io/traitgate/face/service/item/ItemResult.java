package io.traitgate.face.service.item;

import io.traitgate.contract.error.ApiError;
import io.traitgate.face.quality.FaceQuality;
import io.traitgate.face.quality.QualityMeasures;
import io.traitgate.face.sample.FaceSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one item of a request. */
public sealed interface ItemResult {

    /**
     * The item shows a face that can be used.
     *
     * @param samples one of a photo, the best frames of a video, best first
     * @param mediaHash SHA-256 of the bytes that were sent
     * @param measures of the best sample
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Accepted(List<FaceSample> samples, byte[] mediaHash, QualityMeasures measures) implements ItemResult {
        public Accepted {
            samples = List.copyOf(samples);
        }
    }

    /**
     * The item cannot be used.
     *
     * @param error the case of the contract that says why
     * @param measures of the face, where one was found
     * @param gate the measure that was beyond its limit, where one was
     */
    record Refused(ApiError error, @Nullable QualityMeasures measures, FaceQuality.@Nullable Gate gate)
            implements ItemResult {}
}
