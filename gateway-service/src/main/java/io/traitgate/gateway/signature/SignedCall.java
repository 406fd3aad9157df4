package io.traitgate.gateway.signature;

import io.traitgate.contract.http.Route;
import io.traitgate.contract.signature.SignatureValue;

/**
 * A request that claims to come from an application.
 *
 * @param rawPath as received, without query
 * @param apiKey the trimmed header value
 * @param signature the received signature
 */
public record SignedCall(Route route, String rawPath, String apiKey, SignatureValue signature) {}
