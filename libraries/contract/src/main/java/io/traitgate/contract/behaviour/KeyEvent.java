package io.traitgate.contract.behaviour;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a keyboard.
 *
 * @param t milliseconds since 1970
 * @param key the browser's name of the key; absent on old browsers
 * @param dir 0 up, 1 down
 * @param ids elements from the focused one to the root
 */
public record KeyEvent(long t, @Nullable String key, int dir, List<String> ids) {

    public KeyEvent {
        ids = List.copyOf(ids);
    }

    /** Without the key, which may be one letter of a password. */
    @Override
    public String toString() {
        return "KeyEvent[t=" + t + ", dir=" + dir + "]";
    }
}
