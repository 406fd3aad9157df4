package io.traitgate.session.opening;

import io.smallrye.mutiny.Uni;
import io.traitgate.contract.error.ApiException;
import io.traitgate.contract.session.SessionAnswer;
import io.traitgate.kit.answer.Failures;
import io.traitgate.kit.event.ApiEvent;
import io.traitgate.kit.event.EventPublisher;
import io.traitgate.kit.request.SignedRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /v1/sessions}. */
@Path("/v1/sessions")
@Consumes(MediaType.WILDCARD)
@Singleton
final class SessionResource {

    private final UserIds userIds;
    private final SessionOpening opening;
    private final Failures failures;
    private final EventPublisher events;

    @Inject
    SessionResource(UserIds userIds, SessionOpening opening, Failures failures, EventPublisher events) {
        this.userIds = userIds;
        this.opening = opening;
        this.failures = failures;
        this.events = events;
    }

    @POST
    public Uni<SessionAnswer> open(SignedRequest request) {
        ApiEvent.Draft event = ApiEvent.about(request);
        return Uni.createFrom()
                .deferred(() -> open(request, event))
                .onFailure()
                .transform(failures::refusal)
                .invoke(answer -> events.publish(event.answered(answer)))
                .onFailure(ApiException.class)
                .invoke(refusal -> events.publish(event.refused((ApiException) refusal)));
    }

    private Uni<SessionAnswer> open(SignedRequest request, ApiEvent.Draft event) {
        NewSession wanted = NewSession.of(request.json());
        SessionUser user = userIds.hide(request.application(), wanted.userId());
        event.person(user.person().id(), user.sealedUserId());
        return request.deadline().limit(opening.open(user, wanted));
    }
}
