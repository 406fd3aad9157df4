package io.traitgate.contract.voice;

import org.jspecify.annotations.Nullable;

/**
 * Samples taken in; the template follows within seconds.
 *
 * @param voiceSamples recordings of this request that were accepted
 */
public record VoiceEnrolAnswer(int voiceSamples, @Nullable String metadata) {}
