package io.traitgate.contract.token;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/face/token} and {@code POST /v1/voice/token}.
 *
 * @param tokentype {@code enroll-1} to {@code enroll-9}, or {@code auth}
 */
public record TokenRequest(
        String session, String tokentype, @Nullable String metadata) {}
