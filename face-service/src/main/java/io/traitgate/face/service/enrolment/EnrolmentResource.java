package io.traitgate.face.service.enrolment;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.face.FaceEnrolAnswer;
import io.traitgate.contract.http.Route;
import io.traitgate.face.service.call.CallRules;
import io.traitgate.face.service.call.EventItems;
import io.traitgate.face.service.call.EventTimings;
import io.traitgate.face.service.call.FaceCalls;
import io.traitgate.face.service.call.FaceRequest;
import io.traitgate.face.service.item.ItemRules;
import io.traitgate.face.service.item.Items;
import io.traitgate.face.service.lane.FaceLanes;
import io.traitgate.face.service.lane.ItemBatch;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.attempt.Attempt;
import io.traitgate.modality.attempt.Attempts;
import io.traitgate.modality.attempt.Outcome;
import io.traitgate.modality.enrolment.Acceptance;
import io.traitgate.modality.enrolment.EnrolmentMechanism;
import io.traitgate.modality.session.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Takes faces in; the template follows. */
@Path("/v1/face/enroll")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
final class EnrolmentResource {

    private final FaceCalls calls;
    private final CallRules rules;
    private final Attempts attempts;
    private final FaceLanes lanes;
    private final ItemBatch batch;
    private final EnrolmentMechanism mechanism;

    EnrolmentResource(
            FaceCalls calls,
            CallRules rules,
            Attempts attempts,
            FaceLanes lanes,
            ItemBatch batch,
            EnrolmentMechanism mechanism) {
        this.calls = calls;
        this.rules = rules;
        this.attempts = attempts;
        this.lanes = lanes;
        this.batch = batch;
        this.mechanism = mechanism;
    }

    @POST
    public Uni<FaceEnrolAnswer> enrol(SignedRequest request) {
        return calls.run(Route.FACE_ENROL, request, event -> {
            FaceRequest body = FaceRequest.read(request.json());
            return calls.session(request, body.session(), event)
                    .flatMap(session -> attempts.enrol(
                            Attempt.of(request, session, Module.FACE, event),
                            FaceEnrolAnswer.class,
                            () -> enrol(session, request, body, event)))
                    .map(answer -> new FaceEnrolAnswer(answer.imagesCount(), body.metadata()));
        });
    }

    private Uni<Outcome<FaceEnrolAnswer>> enrol(
            Session session, SignedRequest request, FaceRequest body, ApiEvent.Draft event) {
        ItemRules itemRules = rules.items(request.application(), Optional.of(session.client()));
        return lanes.call(
                        request.deadline(),
                        body.faces(),
                        EventTimings.of(
                                event,
                                () -> AcceptedFaces.encode(batch.read(body.faces(), itemRules, request.deadline()))))
                .flatMap(faces -> {
                    EventItems.note(event, "faces", faces.items());
                    Items.requireSome(faces.items());
                    var answer = new FaceEnrolAnswer(faces.items().accepted().size(), null);
                    return event.timed(
                                    "produce",
                                    mechanism
                                            .enroller()
                                            .accept(new Acceptance(
                                                    session,
                                                    Route.FACE_ENROL.path(),
                                                    request.caller().bodySha256(),
                                                    faces.samples())))
                            .map(key -> Outcome.enrolled(answer, key));
                });
    }
}
