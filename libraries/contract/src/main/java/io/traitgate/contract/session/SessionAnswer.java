package io.traitgate.contract.session;

import org.jspecify.annotations.Nullable;

/**
 * A new session and where its user stands; the numbers are those of
 * {@link io.traitgate.contract.EnrolmentState}.
 *
 * @param session opaque, URL-safe ASCII
 * @param face 0, 1 or 2
 * @param voice 0, 1 or 2
 * @param behaviour 0 or 1, of user and device
 * @param metadata that of the request
 */
public record SessionAnswer(
        String session,
        int face,
        int voice,
        int behaviour,
        @Nullable String metadata) {}
