package io.traitgate.contract.face;

import org.jspecify.annotations.Nullable;

/**
 * Samples taken in; the template follows within seconds.
 *
 * @param imagesCount items of this request that were accepted; a video counts once
 */
public record FaceEnrolAnswer(int imagesCount, @Nullable String metadata) {}
