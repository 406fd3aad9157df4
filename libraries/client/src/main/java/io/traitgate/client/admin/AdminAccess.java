package io.traitgate.client.admin;

import java.net.URI;

/**
 * Where the admin API is and the bearer token for it.
 *
 * @param url scheme, host and port
 * @param token the console's own credential, not a key of an application
 */
public record AdminAccess(URI url, String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return "AdminAccess[" + url + ']';
    }
}
