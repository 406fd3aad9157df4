package io.traitgate.contract.modality;

import org.jspecify.annotations.Nullable;

/** Template and samples of one module are gone. */
public record DeleteAnswer(boolean deleted, @Nullable String metadata) {}
