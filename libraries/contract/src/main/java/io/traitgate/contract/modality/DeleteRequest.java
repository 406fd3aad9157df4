package io.traitgate.contract.modality;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/face/delete} and {@code POST /v1/voice/delete}; an unofficial addition of one client.
 *
 * @param userId must be the user of the session
 */
public record DeleteRequest(
        String userId, String session, @Nullable String metadata) {

    /** Without the user id, which belongs in no log. */
    @Override
    public String toString() {
        return "DeleteRequest[]";
    }
}
