package io.traitgate.console.people;

import io.traitgate.keys.Sealer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The key of a person's erase number.
 *
 * @param erasures the number
 * @param eventsFrom events of earlier calls are not kept; null when the person was never erased
 * @param sealer seals with it; what it sealed is dead once the key is destroyed
 */
public record PersonKey(long erasures, @Nullable Instant eventsFrom, Sealer sealer) {

    /** Whether something that was said at this time belongs to before an erasure. */
    public boolean isErased(Instant time) {
        return eventsFrom != null && time.isBefore(eventsFrom);
    }

    @Override
    public String toString() {
        return "PersonKey[erasures=" + erasures + "]";
    }
}
