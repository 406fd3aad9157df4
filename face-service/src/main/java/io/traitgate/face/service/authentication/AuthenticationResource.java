package io.traitgate.face.service.authentication;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.Module;
import io.traitgate.contract.http.Route;
import io.traitgate.contract.modality.AuthAnswer;
import io.traitgate.face.FaceEngine;
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
import io.traitgate.kit.request.Deadline;
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.attempt.Attempt;
import io.traitgate.modality.attempt.Attempts;
import io.traitgate.modality.attempt.Outcome;
import io.traitgate.modality.attempt.TokenRule;
import io.traitgate.modality.attempt.Verdict;
import io.traitgate.modality.enrolment.EnrolmentMechanism;
import io.traitgate.modality.enrolment.EnrolmentSettings;
import io.traitgate.modality.metric.ScoreMetrics;
import io.traitgate.modality.session.Session;
import io.traitgate.modality.template.StoredTemplate;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Tells whether a face is the session's user's. */
@Path("/v1/face/auth")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
final class AuthenticationResource {

    /** Nothing in a photo tells whether it was taken of a living face. */
    private static final double NOT_TOLD = 0;

    private final FaceCalls calls;
    private final CallRules rules;
    private final Attempts attempts;
    private final FaceLanes lanes;
    private final ItemBatch batch;
    private final EnrolmentMechanism mechanism;
    private final ScoreMetrics scores;
    private final FaceEngine engine;
    private final FaceMatcher matcher;
    private final Duration patience;

    AuthenticationResource(
            FaceCalls calls,
            CallRules rules,
            Attempts attempts,
            FaceLanes lanes,
            ItemBatch batch,
            EnrolmentMechanism mechanism,
            EnrolmentSettings settings,
            ScoreMetrics scores,
            FaceEngine engine) {
        this.calls = calls;
        this.rules = rules;
        this.attempts = attempts;
        this.lanes = lanes;
        this.batch = batch;
        this.mechanism = mechanism;
        this.scores = scores;
        this.engine = engine;
        this.matcher = new FaceMatcher(engine.embedder(), engine.scorer());
        this.patience = settings.patience();
    }

    @POST
    public Uni<AuthAnswer> authenticate(SignedRequest request) {
        return calls.run(Route.FACE_AUTH, request, event -> {
            FaceRequest body = FaceRequest.read(request.json());
            return calls.session(request, body.session(), event)
                    .flatMap(session -> attempts.authenticate(
                            Attempt.of(request, session, Module.FACE, event),
                            TokenRule.UNASKED,
                            mechanism.templates(),
                            AuthAnswer.class,
                            _ -> event.timed(
                                            "template",
                                            mechanism.templates().await(session.person(), patience(request.deadline())))
                                    .flatMap(template -> match(template, session, request, body, event))))
                    .map(answer -> new AuthAnswer(answer.score(), answer.liveliness(), body.metadata()));
        });
    }

    private Uni<Outcome<AuthAnswer>> match(
            StoredTemplate stored, Session session, SignedRequest request, FaceRequest body, ApiEvent.Draft event) {
        ItemRules itemRules = rules.items(request.application(), Optional.of(session.client()));
        return lanes.call(
                        request.deadline(),
                        body.faces(),
                        EventTimings.of(
                                event,
                                () -> matcher.match(
                                        batch.read(body.faces(), itemRules, request.deadline()), stored.template())))
                .map(probe -> {
                    EventItems.note(event, "faces", probe.items());
                    Items.requireSome(probe.items());
                    var score = Objects.requireNonNull(probe.score());
                    scores.given(Route.FACE_AUTH, engine.embedder().modelVersion(), score.score());
                    event.reason(String.format(
                            Locale.ROOT,
                            "similarity %.4f to %d samples",
                            score.similarity(),
                            stored.template().size()));
                    return Outcome.authenticated(
                            new AuthAnswer(score.score(), NOT_TOLD, null),
                            new AuthAnswer(NOT_TOLD, NOT_TOLD, null),
                            stored.key(),
                            // Nobody fails for a liveness that is not judged.
                            Verdict.of(score.score(), NOT_TOLD, false),
                            false);
                });
    }

    private Duration patience(Deadline deadline) {
        Duration left = deadline.left();
        return left.compareTo(patience) < 0 ? left : patience;
    }
}
