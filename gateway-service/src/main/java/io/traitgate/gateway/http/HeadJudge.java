package io.traitgate.gateway.http;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Headers;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.SignatureValue;
import io.traitgate.gateway.body.ByteBudget;
import io.traitgate.gateway.signature.SignedCall;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Judges what can be judged before the body: size, transfer, headers, the form of the signature. Whether the key is
 * known is not among it, since an early answer would tell.
 */
@Singleton
final class HeadJudge {

    private static final String IDENTITY = "identity";
    private static final String CHUNKED = "chunked";

    private final ByteBudget budget;

    HeadJudge(ByteBudget budget) {
        this.budget = budget;
    }

    /**
     * What the request claims.
     *
     * @throws ApiException if it cannot succeed, whatever its body is
     */
    SignedCall judge(HttpServerRequest request, Route route) {
        long declared = declaredLength(request);
        if (declared > route.bodyLimit()) {
            throw new ApiException(ApiError.REQUEST_TOO_BIG);
        }
        requirePlain(request, HttpHeaders.CONTENT_ENCODING, IDENTITY);
        requirePlain(request, HttpHeaders.TRANSFER_ENCODING, CHUNKED);
        String apiKey = required(request, Headers.API_KEY, ApiError.MISSING_API_KEY);
        String signature = required(request, Headers.API_SIGNATURE, ApiError.MISSING_API_SIGNATURE);
        SignatureValue value =
                SignatureValue.parse(signature).orElseThrow(() -> new ApiException(ApiError.INVALID_KEY_OR_SIGNATURE));
        if (!budget.hasRoomFor(Math.max(0, declared))) {
            throw new ApiException(ApiError.OVERLOADED);
        }
        return new SignedCall(route, request.path(), apiKey, value);
    }

    /** The Content-Length, or -1. Its form was checked by the HTTP codec. */
    static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length.strip());
    }

    private static String required(HttpServerRequest request, String name, ApiError missing) {
        @Nullable String value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            throw new ApiException(missing);
        }
        return value.strip();
    }

    private static void requirePlain(HttpServerRequest request, CharSequence name, String allowed) {
        @Nullable String value = request.getHeader(name);
        if (value != null && !value.strip().equalsIgnoreCase(allowed)) {
            throw new ApiException(ApiError.INVALID_BODY);
        }
    }
}
