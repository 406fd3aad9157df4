package io.traitgate.console.event;

/**
 * An event at its place in the log.
 *
 * @param position grows along the log; not without gaps
 */
record LoggedEvent(long position, EventRow event) {}
