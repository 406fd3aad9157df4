package io.traitgate.modality.enrolment;

import io.traitgate.modality.session.Session;
import java.util.List;

/**
 * Samples accepted in one call. Session, path and body hash name the call: the same call again has the same enrolment id
 * and changes nothing.
 *
 * @param session the session of the call
 * @param path the canonical path
 * @param bodyHash SHA-256 of the body, hex
 * @param samples at least one
 */
public record Acceptance(Session session, String path, String bodyHash, List<AcceptedSample> samples) {

    public Acceptance {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("Nothing was accepted");
        }
    }
}
