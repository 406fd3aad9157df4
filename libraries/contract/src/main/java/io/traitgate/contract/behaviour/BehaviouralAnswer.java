package io.traitgate.contract.behaviour;

import org.jspecify.annotations.Nullable;

/**
 * How well the session agrees with its user's profile.
 *
 * @param status 0 enrolling, 1 enrolled
 * @param score 0 to 1; 0 while enrolling
 */
public record BehaviouralAnswer(
        int status, double score, @Nullable String metadata) {}
