package io.traitgate.face.service.deletion;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.modality.DeleteAnswer;
import io.traitgate.face.service.call.FaceCalls;
import io.traitgate.keys.PersonHash;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.enrolment.EnrolmentMechanism;
import io.traitgate.modality.session.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Deletes the session's user's face: template, samples and what is on its way. */
@Path("/v1/face/delete")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
final class DeletionResource {

    private final FaceCalls calls;
    private final EnrolmentMechanism mechanism;
    private final PersonHash people;

    DeletionResource(FaceCalls calls, EnrolmentMechanism mechanism, ServiceKeys keys) {
        this.calls = calls;
        this.mechanism = mechanism;
        this.people = keys.personHash();
    }

    @POST
    public Uni<DeleteAnswer> delete(SignedRequest request) {
        return calls.run(Route.FACE_DELETE, request, event -> {
            String userId = request.json().requiredText("userId");
            String sessionId = request.json().requiredText("session");
            String metadata = request.json().metadata();
            return request.deadline()
                    .limit(calls.session(request, sessionId, event).flatMap(session -> {
                        requireSameUser(session, userId);
                        return mechanism
                                .deletion()
                                .delete(session.person())
                                .replaceWith(new DeleteAnswer(true, metadata));
                    }));
        });
    }

    private void requireSameUser(Session session, String userId) {
        if (!people.of(session.person().application(), userId)
                .equals(session.person().id())) {
            throw new ApiException(ApiError.SESSION_NOT_FOUND);
        }
    }
}
