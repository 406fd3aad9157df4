package io.traitgate.session.opening;

import io.traitgate.modality.person.Person;

/**
 * The user of a session as the rest of the house knows it.
 *
 * @param person the keyed hash
 * @param sealedUserId the clear user id, sealed to the console
 */
@SuppressWarnings("ArrayRecordComponent")
record SessionUser(Person person, byte[] sealedUserId) {

    @Override
    public String toString() {
        return "SessionUser[" + person.application() + "]";
    }
}
