package io.traitgate.testkit.line;

/** What a {@link Line} does with what is sent over it. */
public enum LineState {
    /** It passes everything on. */
    OPEN,
    /** It ends every connection at once, the open ones and those that are made. */
    CUT,
    /**
     * It takes everything and passes nothing on, as a network that has forgotten its connections. What was lost stays lost: a
     * connection over which something was sent meanwhile stays silent when the line is open again, and nobody is told.
     */
    SILENT
}
