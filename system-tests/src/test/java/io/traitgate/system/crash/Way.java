package io.traitgate.system.crash;

import io.traitgate.testkit.line.LineState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to a victim. */
enum Way {
    /** SIGKILL. */
    KILL(Duration.ZERO, null),
    /** SIGSTOP for less than a call may take. */
    PAUSE(Duration.ofSeconds(3), null),
    /** SIGSTOP for longer than anybody waits. */
    FREEZE(Duration.ofSeconds(12), null),
    /** All connections to it end, and so does each new one. */
    CUT(Duration.ofSeconds(5), LineState.CUT),
    /** What is sent to it and what it sends is lost, for longer than anybody waits. */
    SILENCE(Duration.ofSeconds(10), LineState.SILENT);

    private final Duration length;

    @SuppressWarnings("ImmutableEnumChecker") // It is: an Optional of an enum.
    private final Optional<LineState> line;

    Way(Duration length, @Nullable LineState line) {
        this.length = length;
        this.line = Optional.ofNullable(line);
    }

    /** How long it lasts. */
    Duration length() {
        return length;
    }

    /** The state that the victim's line is put into, where it is done by that. */
    Optional<LineState> line() {
        return line;
    }
}
