package io.traitgate.local.demo;

import io.traitgate.client.Credentials;

/** Everything runs, and still the signed call is not answered with 200. */
public final class SignedCheckFailedException extends RuntimeException {
    SignedCheckFailedException(Credentials credentials, Throwable refusal) {
        super(
                "A signed call to " + credentials.url() + " is refused: " + refusal.getMessage()
                        + ". If .traitgate/credentials.json does not belong to this data, remove it, and the next start"
                        + " issues a new key pair.",
                refusal);
    }
}
