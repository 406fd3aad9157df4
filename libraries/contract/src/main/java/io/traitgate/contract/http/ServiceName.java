package io.traitgate.contract.http;

import java.util.Locale;

/** The services behind the gateway. */
public enum ServiceName {
    SESSION,
    FACE,
    VOICE,
    BEHAVIOUR,
    ANOMALY;

    /** The name in settings, such as {@code traitgate.routes.session}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
