package io.traitgate.modality.attempt;

import io.traitgate.contract.Module;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.request.Deadline;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.person.Person;
import io.traitgate.modality.session.Session;

/**
 * A call that enrols or authenticates. Session, module, path and body hash name it: the same bytes sent again are the same
 * attempt.
 *
 * @param session the session of the call
 * @param module the module called
 * @param path the canonical path
 * @param bodyHash SHA-256 of the body, hex
 * @param deadline when its answer is worth nothing any more
 * @param event where it is told that a stored answer was used, and what is left of the budget
 */
public record Attempt(
        Session session, Module module, String path, String bodyHash, Deadline deadline, ApiEvent.Draft event) {

    /** The attempt that a call makes in its session. */
    public static Attempt of(SignedRequest request, Session session, Module module, ApiEvent.Draft event) {
        return new Attempt(
                session, module, request.caller().path(), request.caller().bodySha256(), request.deadline(), event);
    }

    Person person() {
        return session.person();
    }

    /** Names it within its session and module. */
    String id() {
        return path + ":" + bodyHash;
    }
}
