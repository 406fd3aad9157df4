package io.traitgate.contract.score;

import org.jspecify.annotations.Nullable;

/** {@code POST /v1/score}. */
public record ScoreRequest(String session, @Nullable String metadata) {}
