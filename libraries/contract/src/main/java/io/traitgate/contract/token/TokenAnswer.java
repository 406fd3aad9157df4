package io.traitgate.contract.token;

import org.jspecify.annotations.Nullable;

/**
 * What the user is asked to say.
 *
 * @param token {@code 6-6-7} for face, a short sentence around it for voice
 */
public record TokenAnswer(String token, @Nullable String metadata) {

    /** Without the token: who knows it can answer it. */
    @Override
    public String toString() {
        return "TokenAnswer[]";
    }
}
