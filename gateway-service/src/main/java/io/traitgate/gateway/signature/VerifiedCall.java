package io.traitgate.gateway.signature;

import io.traitgate.contract.http.Route;
import io.traitgate.gateway.body.Body;
import io.traitgate.gateway.key.ApplicationKey;

/**
 * A request whose signature is right.
 *
 * @param key who called
 * @param bodySha256 64 lower-case hexadecimal digits
 */
public record VerifiedCall(Route route, ApplicationKey key, Body body, String bodySha256) {}
