package io.traitgate.modality.person;

import io.traitgate.keys.PersonId;

/**
 * A user of one application, named by the keyed hash of application and user id, never by the clear user id.
 *
 * @param application the application the person belongs to
 * @param id the keyed hash; alone it is unique over all applications
 */
public record Person(String application, PersonId id) {

    /** The Redis hash tag all keys of the person carry, so that one script may touch several of them. */
    public String tag() {
        return id.tag();
    }
}
