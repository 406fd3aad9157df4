package io.traitgate.client;

import java.net.URI;

/** No answer came: no connection, a connection that broke, or none in time. Whether the call had an effect is unknown. */
public final class UnreachableException extends ClientException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something answers, but not as this API does. */
    public static UnreachableException ofAnotherServer(URI url, Throwable cause) {
        return new UnreachableException(url + " does not answer as TraitGate does", cause);
    }
}
