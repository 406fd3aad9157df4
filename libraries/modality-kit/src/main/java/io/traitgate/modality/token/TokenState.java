package io.traitgate.modality.token;

/** What the newest token of a session in a module is worth. */
public enum TokenState {
    /** None was fetched, or an enrolment token that nobody used has expired and is forgotten. */
    NONE,
    /** It can be spoken. */
    LIVE,
    /** It was consumed, or was fetched for an authentication and has expired: 460/152. */
    SPENT
}
