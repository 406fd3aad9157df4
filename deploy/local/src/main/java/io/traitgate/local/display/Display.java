package io.traitgate.local.display;

import io.traitgate.local.supervise.LauncherState;
import java.io.PrintStream;

/** Shows the state of a launcher as it changes, and what else there is to say. Called from any thread. */
public interface Display extends AutoCloseable {
    /** For this output: a live table on a terminal, a line a change elsewhere. */
    static Display on(PrintStream out) {
        return Boolean.getBoolean("traitgate.terminal") ? new LiveDisplay(out) : new PlainDisplay(out);
    }

    void show(LauncherState state);

    /** Says something that stays. */
    void tell(String message);

    /** Ends what moves; what is shown stays. */
    @Override
    void close();
}
