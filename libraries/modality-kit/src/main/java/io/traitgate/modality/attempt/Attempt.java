package io.traitgate.modality.attempt;

import io.traitgate.contract.Module;
import io.traitgate.contract.http.Route;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.session.Session;

/**
 * A call that enrols or authenticates. Session, path and body hash name it: the same bytes sent again are the same
 * attempt.
 *
 * @param session the session of the call
 * @param module the module called
 * @param kind what the call does
 * @param path the canonical path
 * @param bodyHash SHA-256 of the body, hex
 */
public record Attempt(Session session, Module module, Kind kind, String path, String bodyHash) {

    /** The attempt that a call makes in its session. */
    public static Attempt of(SignedRequest request, Session session, Module module, Kind kind, Route route) {
        return new Attempt(session, module, kind, route.path(), request.caller().bodySha256());
    }

    /** What a call does. */
    public enum Kind {
        ENROLMENT,
        AUTHENTICATION
    }
}
