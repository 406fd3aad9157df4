package io.traitgate.contract.modality;

import org.jspecify.annotations.Nullable;

/**
 * How well a probe agrees with the template of the session's user.
 *
 * @param score 0 to 1; 0.5 stands for the calibrated false match rate
 * @param liveliness exactly 1 for a live probe, below 0.5 otherwise, exactly 0 if nothing could tell
 */
public record AuthAnswer(
        double score, double liveliness, @Nullable String metadata) {}
