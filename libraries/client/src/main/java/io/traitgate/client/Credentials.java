package io.traitgate.client;

import java.net.URI;

/**
 * Where the API is and the key pair that calls are signed with.
 *
 * @param url scheme, host and port, and a path if the API lies behind a prefix
 * @param apiKey the key
 * @param secret its secret, taken as text
 */
public record Credentials(URI url, String apiKey, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "Credentials[" + url + ", " + apiKey + ']';
    }
}
