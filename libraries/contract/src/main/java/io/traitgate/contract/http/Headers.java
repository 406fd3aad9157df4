package io.traitgate.contract.http;

/** Header names; they compare without regard to case. */
public final class Headers {

    /** The application's key. */
    public static final String API_KEY = "X-aimbrain-apikey";

    /** The signature over method, path and body. */
    public static final String API_SIGNATURE = "X-aimbrain-signature";

    /** The call's UUIDv7; in every answer, and from the gateway to the services. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** Gateway to service: who calls and what was verified, signed by the gateway. */
    public static final String CALLER = "X-TraitGate-Caller";

    /** Gateway to service: milliseconds left until the caller gets 500/170. */
    public static final String TIME_LEFT = "X-TraitGate-Time-Left";

    /** The private scheme of {@code WWW-Authenticate}: no browser opens a dialog for it. */
    public static final String AUTHENTICATE_SCHEME = "TraitGate-HMAC";

    /** The media type of every answer. */
    public static final String JSON = "application/json; charset=utf-8";

    private Headers() {}
}
