package io.traitgate.face.service.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.traitgate.contract.face.FaceCompareAnswer;
import io.traitgate.contract.http.Route;
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
import io.traitgate.kit.request.SignedRequest;
import io.traitgate.modality.metric.ScoreMetrics;
import io.traitgate.modality.session.Session;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how alike two faces are. Stores nothing, and needs no session. */
@Path("/v1/face/compare")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
final class ComparisonResource {

    private static final double NOT_TOLD = 0;

    private final FaceCalls calls;
    private final CallRules rules;
    private final FaceLanes lanes;
    private final ItemBatch batch;
    private final ScoreMetrics scores;
    private final FaceEngine engine;

    ComparisonResource(
            FaceCalls calls,
            CallRules rules,
            FaceLanes lanes,
            ItemBatch batch,
            ScoreMetrics scores,
            FaceEngine engine) {
        this.calls = calls;
        this.rules = rules;
        this.lanes = lanes;
        this.batch = batch;
        this.scores = scores;
        this.engine = engine;
    }

    @POST
    public Uni<FaceCompareAnswer> compare(SignedRequest request) {
        return calls.run(Route.FACE_COMPARE, request, event -> {
            List<@Nullable String> left = FaceRequest.items(request.json(), "faces1");
            List<@Nullable String> right = FaceRequest.items(request.json(), "faces2");
            String metadata = request.json().metadata();
            return request.deadline()
                    .limit(calls.optionalSession(request, sessionId(request), event)
                            .flatMap(session -> compare(request, left, right, session, event))
                            .map(score -> new FaceCompareAnswer(score, NOT_TOLD, NOT_TOLD, metadata)));
        });
    }

    private Uni<Double> compare(
            SignedRequest request,
            List<@Nullable String> left,
            List<@Nullable String> right,
            Optional<Session> session,
            ApiEvent.Draft event) {
        ItemRules itemRules = rules.items(request.application(), session.map(Session::client));
        List<@Nullable String> all = new ArrayList<>(left);
        all.addAll(right);
        return lanes.call(
                        request.deadline(),
                        all,
                        EventTimings.of(
                                event,
                                () -> Comparison.of(
                                        batch.read(left, itemRules, request.deadline()),
                                        batch.read(right, itemRules, request.deadline()),
                                        engine.embedder(),
                                        engine.scorer())))
                .map(comparison -> {
                    EventItems.note(event, "faces1", comparison.left());
                    EventItems.note(event, "faces2", comparison.right());
                    Items.requireSome(comparison.left(), comparison.right());
                    var score = Objects.requireNonNull(comparison.score());
                    scores.given(Route.FACE_COMPARE, engine.embedder().modelVersion(), score.score());
                    event.reason(String.format(Locale.ROOT, "similarity %.4f", score.similarity()));
                    return score.score();
                });
    }

    /** Some clients always send one, others never; whatever is no text is as good as none. */
    private static Optional<String> sessionId(SignedRequest request) {
        return request.json().field("session").filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
