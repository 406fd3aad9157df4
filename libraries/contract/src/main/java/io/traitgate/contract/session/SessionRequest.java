package io.traitgate.contract.session;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/sessions}.
 *
 * @param userId 1 to 256 characters, compared exactly
 * @param device model or browser name
 * @param system operating system and version; may be null but must be sent
 * @param screenHeight optional; some clients swap it with the width
 * @param screenWidth optional
 * @param metadata repeated in the answer
 */
public record SessionRequest(
        String userId,
        String device,
        @Nullable String system,
        @Nullable Integer screenHeight,
        @Nullable Integer screenWidth,
        @Nullable String metadata) {

    /** Without the user id, which belongs in no log. */
    @Override
    public String toString() {
        return "SessionRequest[device=" + device + ", system=" + system + "]";
    }
}
