package io.traitgate.modality.attempt;

import java.util.Locale;

/** How the newest token of the session is judged before an authentication begins. */
public enum TokenRule {
    /** Not at all: whether there is anything spoken shows only in the media. */
    UNASKED,
    /** A spent one is refused; none is fine. */
    OPTIONAL,
    /** Only a live one will do. */
    REQUIRED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
