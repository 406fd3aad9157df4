package io.traitgate.contract;

import java.util.Locale;

/** A kind of biometric trait a person is recognised by. */
public enum Module {
    FACE,
    VOICE,
    BEHAVIOUR;

    /** The lower-case name used in settings, record keys and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
