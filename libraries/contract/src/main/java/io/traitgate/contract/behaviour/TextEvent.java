package io.traitgate.contract.behaviour;

import java.util.List;

/**
 * A text field after a change.
 *
 * @param t milliseconds, since 1970 or since boot; may be wrapped to 32 bits on iOS
 * @param tx the whole text of the field: a secret
 * @param ids views from the field to the root
 */
public record TextEvent(long t, String tx, List<String> ids) {

    public TextEvent {
        ids = List.copyOf(ids);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "TextEvent[t=" + t + "]";
    }
}
