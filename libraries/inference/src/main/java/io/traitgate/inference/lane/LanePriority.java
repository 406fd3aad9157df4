package io.traitgate.inference.lane;

/** Whose turn comes first when a lane is free. */
public enum LanePriority {
    /** A call somebody waits for: authentication, comparison, and the analysis of an enrolment's items. */
    AUTHENTICATION,
    /** A template build: takes at most half of the lanes, and none while an authentication waits. */
    BUILD
}
