package io.traitgate.contract.face;

import org.jspecify.annotations.Nullable;

/**
 * How alike two faces are.
 *
 * @param score 0 to 1; 0.5 stands for the calibrated false match rate
 * @param liveliness1 exactly 1 for a live video, 0 for photos
 * @param liveliness2 the same of the other side
 */
public record FaceCompareAnswer(
        double score,
        double liveliness1,
        double liveliness2,
        @Nullable String metadata) {}
