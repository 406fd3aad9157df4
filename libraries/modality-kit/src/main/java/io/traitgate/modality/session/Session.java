package io.traitgate.modality.session;

import io.traitgate.modality.person.Person;
import java.time.Instant;

/**
 * An open session: who calls, from what device.
 *
 * @param id the id the client holds
 * @param person the user, by keyed hash
 * @param sealedUserId the clear user id, sealed to the console; treat as constant
 * @param client the device the session was opened from
 * @param openedAt when
 */
@SuppressWarnings("ArrayRecordComponent")
public record Session(SessionId id, Person person, byte[] sealedUserId, ClientDevice client, Instant openedAt) {

    @Override
    public String toString() {
        return "Session[" + id + ", application=" + person.application() + "]";
    }
}
