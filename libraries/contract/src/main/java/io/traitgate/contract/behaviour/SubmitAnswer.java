package io.traitgate.contract.behaviour;

import org.jspecify.annotations.Nullable;

/**
 * The batch was taken in; never an empty object, which one client takes for a failure.
 *
 * @param status always {@code accepted}
 */
public record SubmitAnswer(
        String session, String status, @Nullable String metadata) {

    public static SubmitAnswer accepted(String session, @Nullable String metadata) {
        return new SubmitAnswer(session, "accepted", metadata);
    }
}
